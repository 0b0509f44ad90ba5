package souk.it.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What clients were told is done, and when they had asked for it. Safe for use by many threads. */
public final class History {
  /**
   * One acknowledged change.
   *
   * @param name unique; what a state that holds the change can be searched for
   * @param askedNanos before the request was sent
   * @param acknowledgedNanos after the answer had come
   */
  public record Change(String name, long askedNanos, long acknowledgedNanos) {}

  private final List<Change> changes = new ArrayList<>();

  public synchronized void acknowledged(String name, long askedNanos) {
    changes.add(new Change(name, askedNanos, System.nanoTime()));
  }

  public synchronized List<Change> changes() {
    return List.copyOf(changes);
  }

  /**
   * Why a set of changes is no prefix of the history, or empty text. A prefix ends at one moment:
   * no change that is missing was acknowledged before one that is there was asked for. All that was
   * acknowledged before the copy was asked for must be there, nothing asked for after its end.
   */
  public String whyNotPrefix(Set<String> present, long copyAskedNanos, long copyEndedNanos) {
    Change latest = null;
    for (Change change : changes()) {
      if (present.contains(change.name())
          && (latest == null || change.askedNanos() > latest.askedNanos())) {
        latest = change;
      }
    }
    for (Change change : changes()) {
      boolean there = present.contains(change.name());
      if (there && change.askedNanos() > copyEndedNanos) {
        return change.name() + " is there but was asked for after the copy";
      }
      if (!there && change.acknowledgedNanos() < copyAskedNanos) {
        return change.name() + " was acknowledged before the copy but is missing";
      }
      if (!there && latest != null && change.acknowledgedNanos() < latest.askedNanos()) {
        return "%s is missing although %s, asked for later, is there"
            .formatted(change.name(), latest.name());
      }
    }
    return "";
  }
}
