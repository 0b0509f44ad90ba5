package souk.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import souk.kernel.api.Decision;
import souk.kernel.api.DecisionLog;
import souk.model.DecisionId;

/** {@link DecisionLog} for tests: keeps everything in memory, in order. Thread-safe. */
public final class RecordedDecisions implements DecisionLog {
  private final List<Decision> decisions = new ArrayList<>();
  private int ids;

  @Override
  public synchronized DecisionId newId() {
    return new DecisionId("D-" + ++ids);
  }

  @Override
  public synchronized void append(Decision decision) {
    decisions.add(decision);
  }

  @Override
  public synchronized void appendDurable(Decision decision) {
    decisions.add(decision);
  }

  @Override
  public synchronized Optional<Decision> find(DecisionId id) {
    return decisions.stream().filter(d -> d.id().equals(id)).findFirst();
  }

  @Override
  public synchronized List<Decision> latest(String kind, int limit) {
    List<Decision> newestFirst =
        new ArrayList<>(decisions.stream().filter(d -> d.kind().equals(kind)).toList());
    java.util.Collections.reverse(newestFirst);
    return newestFirst.stream().limit(limit).toList();
  }

  @Override
  public Optional<String> trouble() {
    return Optional.empty();
  }
}
