package souk.offer.engine;

import java.util.concurrent.ArrayBlockingQueue;
import souk.offer.lib.compiled.CartInput;
import souk.offer.lib.compiled.Quoting;

/** The memory of one quote at a time, kept to be used again. */
final class Workplace {
  final Quoting quoting = new Quoting();
  final CartInput input = new CartInput();

  /** True if the last choice here was made by priority, so that the next may be, too. */
  boolean byPriority;

  /** Workplaces that nobody uses now. Safe for use by many threads. */
  static final class Pool {
    private static final int KEPT = 64;
    private final ArrayBlockingQueue<Workplace> free = new ArrayBlockingQueue<>(KEPT);

    Workplace take() {
      Workplace kept = free.poll();
      return kept == null ? new Workplace() : kept;
    }

    /** Nobody may look at it any more. */
    void giveBack(Workplace used) {
      free.offer(used);
    }
  }
}
