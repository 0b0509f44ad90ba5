package souk.numeric.lib.boost;

import java.util.function.IntConsumer;

/**
 * Runs independent tasks, on as many threads as the caller likes. The result must not depend on
 * order or number of threads; returns when all tasks are done.
 */
@FunctionalInterface
public interface Lanes {
  /** The caller's own thread, one task after the other. */
  Lanes ONE =
      (tasks, task) -> {
        for (int i = 0; i < tasks; i++) {
          task.accept(i);
        }
      };

  /** Runs {@code task} for 0 … tasks − 1. */
  void forEach(int tasks, IntConsumer task);
}
