package souk.edge.webconsole.models;

import java.util.List;
import java.util.Optional;

/**
 * A learned model as the page shows it.
 *
 * @param name of all its versions
 * @param champion the version that serves
 * @param versions the newest first
 * @param promotions the newest first
 */
record KeptModel(String name, int champion, List<KeptVersion> versions, List<Plain> promotions) {
  /** What a version is to the others. */
  enum State {
    CHAMPION,
    CHALLENGER,
    ARCHIVED
  }

  static KeptModel of(Object values) {
    Plain plain = Plain.of(values);
    return new KeptModel(
        plain.text("name"),
        plain.whole("champion"),
        plain.list("versions").stream().map(KeptVersion::of).toList(),
        plain.list("promotions"));
  }

  Optional<KeptVersion> version(long number) {
    return versions.stream().filter(version -> version.number() == number).findFirst();
  }

  /** Newer than the champion and never promoted: a challenger. The rest is archived. */
  State state(KeptVersion version) {
    if (version.number() == champion) {
      return State.CHAMPION;
    }
    boolean served = promotions.stream().anyMatch(one -> one.whole("version") == version.number());
    return version.number() > champion && !served ? State.CHALLENGER : State.ARCHIVED;
  }

  /** The newest of the others; empty if there is none. */
  Optional<KeptVersion> rival() {
    return versions.stream().filter(version -> version.number() != champion).findFirst();
  }

  /** Whether another version was the champion before. */
  boolean hasServedBefore() {
    return promotions.size() > 1;
  }
}
