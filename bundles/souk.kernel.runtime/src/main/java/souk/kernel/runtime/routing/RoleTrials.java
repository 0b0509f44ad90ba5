package souk.kernel.runtime.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Running trials of one role. Immutable.
 *
 * @param canary serves a share, or null
 * @param shadows get copies
 */
record RoleTrials(@Nullable Trial canary, List<Trial> shadows) {
  RoleTrials {
    shadows = List.copyOf(shadows);
  }

  /** Null if there is none, so that callers pay one comparison. */
  static @Nullable RoleTrials of(List<Trial> running) {
    if (running.isEmpty()) {
      return null;
    }
    Trial canary = running.stream().filter(t -> t.plan() != null).findFirst().orElse(null);
    return new RoleTrials(canary, running.stream().filter(t -> t.plan() == null).toList());
  }
}
