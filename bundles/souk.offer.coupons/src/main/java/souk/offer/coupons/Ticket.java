package souk.offer.coupons;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import souk.offer.api.LedgerException;
import souk.offer.coupons.store.LogException;

/**
 * One caller's request, waiting for the writer. Made by the caller, decided and completed by the
 * writer's thread.
 */
abstract class Ticket<R> {
  private final Thread caller = Thread.currentThread();
  private @Nullable R answer;
  private @Nullable RuntimeException problem;
  private volatile boolean done;

  /** Decides the request; what it adds to the group lasts when the group does. */
  abstract R decide(@Nullable Group group) throws LogException;

  final void run(@Nullable Group group) throws LogException {
    try {
      answer = decide(group);
    } catch (LedgerException | IllegalArgumentException e) {
      problem = e;
    }
  }

  final void complete() {
    done = true;
    LockSupport.unpark(caller);
  }

  final void fail(RuntimeException why) {
    problem = why;
    complete();
  }

  /** Waits for the answer; an interrupt does not end the wait, as the outcome must be known. */
  @SuppressWarnings("NullAway") // Set before done unless there is a problem.
  final R await() {
    boolean interrupted = false;
    while (!done) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    RuntimeException why = problem;
    if (why instanceof LedgerException known) {
      // One of its own, with the caller's stack: answers are shared by nobody.
      throw new LedgerException(known.code(), String.valueOf(known.getMessage()), known);
    }
    if (why != null) {
      throw why;
    }
    return answer;
  }
}
