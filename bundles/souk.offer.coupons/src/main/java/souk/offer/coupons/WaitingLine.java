package souk.offer.coupons;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Tickets that wait for the one thread that decides. Filled by any thread, emptied by that one. */
final class WaitingLine {
  private static final int MAX_GROUP = 1_000;
  private final Queue<Ticket<?>> waiting = new ConcurrentLinkedQueue<>();
  private final Thread thread;
  private volatile boolean asleep;
  private volatile boolean closed;

  WaitingLine(Thread thread) {
    this.thread = thread;
  }

  /**
   * Adds a ticket and wakes the thread.
   *
   * @return false if the thread may be gone already
   */
  boolean add(Ticket<?> ticket) {
    waiting.add(ticket);
    if (closed) {
      return false;
    }
    if (asleep) {
      LockSupport.unpark(thread);
    }
    return true;
  }

  /** Lets the thread wait no more. */
  void close() {
    closed = true;
    LockSupport.unpark(thread);
  }

  boolean closed() {
    return closed;
  }

  /**
   * All who wait, up to the size of a group; empty if nobody came in the meantime.
   *
   * @param idleNanos how long to wait for somebody
   */
  List<Ticket<?>> next(LongSupplier idleNanos) {
    List<Ticket<?>> group = new ArrayList<>();
    drain(group);
    if (group.isEmpty()) {
      asleep = true;
      drain(group);
      if (group.isEmpty() && !closed) {
        LockSupport.parkNanos(this, idleNanos.getAsLong());
      }
      asleep = false;
      drain(group);
    }
    return group;
  }

  private void drain(List<Ticket<?>> group) {
    while (group.size() < MAX_GROUP) {
      Ticket<?> ticket = waiting.poll();
      if (ticket == null) {
        return;
      }
      group.add(ticket);
    }
  }

  void failAll(RuntimeException why) {
    for (Ticket<?> ticket = waiting.poll(); ticket != null; ticket = waiting.poll()) {
      ticket.fail(why);
    }
  }
}
