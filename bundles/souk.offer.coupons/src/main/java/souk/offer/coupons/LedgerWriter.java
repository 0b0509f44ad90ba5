package souk.offer.coupons;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import souk.data.spi.StatePart;
import souk.offer.api.LedgerException;
import souk.offer.api.LedgerStatus;
import souk.offer.api.LedgerStatus.Difference;
import souk.offer.api.LedgerStatus.State;
import souk.offer.coupons.record.LedgerKey;
import souk.offer.coupons.state.LedgerState;
import souk.offer.coupons.store.LogException;

/**
 * The one thread that decides and writes. It takes all who wait as one group, decides them in
 * order, makes the group durable, sets the mark, and only then answers. After a failure nothing is
 * answered but errors until the log was read again and compared with the mark; after a failed flush
 * not before a restart.
 */
final class LedgerWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerWriter.class);
  private static final int MAX_GROUP = 1_000;
  private static final long STOP_MILLIS = 10_000;
  private static final long RETRY_NANOS = 500_000_000;
  private static final long CHORE_NANOS = 25_000_000;
  private final LedgerKey key;
  private final Clock clock;
  private final Stores stores;
  private final long idleMillis;
  private final Queue<Ticket<?>> waiting = new ConcurrentLinkedQueue<>();
  private final Thread thread = new Thread(this::run, "souk-coupon-ledger");
  private final Semaphore files = new Semaphore(1, true);
  private volatile boolean asleep;
  private volatile boolean closing;
  private volatile LedgerState view;
  private volatile State state = State.STARTING;
  private volatile LedgerStatus last;
  private @Nullable OpenLog open;
  private long nextTry;
  private long lastChore;

  /** True after a failed flush: only a new process may trust what it reads. */
  private boolean finished;

  LedgerWriter(LedgerKey key, Clock clock, Stores stores, long idleMillis) {
    this.key = key;
    this.clock = clock;
    this.stores = stores;
    this.idleMillis = idleMillis;
    this.view = new LedgerState(stores.upkeep().keyDays());
    this.last = LedgerStatus.builder(State.STARTING, stores.kind()).build();
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  <R> R ask(Ticket<R> ticket) {
    waiting.add(ticket);
    if (closing) {
      // The thread may be gone already; whoever is still in the queue gets an answer.
      failAll(stopping());
    } else if (asleep) {
      LockSupport.unpark(thread);
    }
    return ticket.await();
  }

  LedgerState view() {
    return view;
  }

  State state() {
    return state;
  }

  LedgerStatus status() {
    return last;
  }

  @Override
  public void close() {
    closing = true;
    LockSupport.unpark(thread);
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    failAll(stopping());
  }

  /** Lets nothing be written until it is closed. */
  StatePart.Still hold() {
    files.acquireUninterruptibly();
    AtomicBoolean held = new AtomicBoolean(true);
    return () -> {
      if (held.getAndSet(false)) {
        files.release();
      }
    };
  }

  private void run() {
    alone(this::reopen);
    while (!closing) {
      List<Ticket<?>> group = next();
      alone(() -> work(group));
    }
    alone(this::finish);
  }

  private void alone(Runnable work) {
    files.acquireUninterruptibly();
    try {
      work.run();
    } finally {
      files.release();
    }
  }

  private void work(List<Ticket<?>> group) {
    if (state == State.UNAVAILABLE && !finished && System.nanoTime() - nextTry > 0) {
      reopen();
    }
    if (state == State.SERVING) {
      serve(group);
      chore(group.isEmpty());
    } else {
      refuse(group);
    }
  }

  private List<Ticket<?>> next() {
    List<Ticket<?>> group = new ArrayList<>();
    drain(group);
    if (group.isEmpty()) {
      asleep = true;
      drain(group);
      if (group.isEmpty() && !closing) {
        LockSupport.parkNanos(this, idleNanos());
      }
      asleep = false;
      drain(group);
    }
    return group;
  }

  private long idleNanos() {
    OpenLog now = open;
    boolean chores = now != null && state == State.SERVING && now.hasChores();
    return chores ? 1 : idleMillis * 1_000_000;
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

  private void serve(List<Ticket<?>> tickets) {
    OpenLog now = open;
    if (now == null) {
      refuse(tickets);
      return;
    }
    try {
      Optional<Difference> difference = now.serve(tickets, clock.millis());
      if (difference.isPresent()) {
        become(State.DIFFERS, difference.get(), null);
        refuse(tickets);
        return;
      }
      last = status(State.SERVING, now, null, null);
      tickets.forEach(Ticket::complete);
    } catch (LogException e) {
      fail(String.valueOf(e.getMessage()), e, e.mayReopen());
      refuse(tickets);
    } catch (RuntimeException e) {
      fail("The ledger met an error of its own: " + e + ".", e, true);
      refuse(tickets);
    }
  }

  /** What can wait is done while nobody asks, and now and then although somebody does. */
  private void chore(boolean idle) {
    OpenLog now = open;
    if (now == null || !now.hasChores()) {
      return;
    }
    long time = System.nanoTime();
    if (!idle && time - lastChore < CHORE_NANOS) {
      return;
    }
    lastChore = time;
    try {
      Optional<Difference> difference = now.chore();
      if (difference.isPresent()) {
        LOG.error("Coupons: {}", difference.get().text());
        become(State.DIFFERS, difference.get(), null);
      } else {
        last = status(State.SERVING, now, null, null);
      }
    } catch (LogException e) {
      fail(String.valueOf(e.getMessage()), e, e.mayReopen());
    }
  }

  private void fail(String why, Exception cause, boolean mayReopen) {
    LOG.error("Coupons: {}", why, cause);
    closeLog();
    become(State.UNAVAILABLE, null, why);
    finished = !mayReopen;
  }

  private void refuse(List<Ticket<?>> tickets) {
    for (Ticket<?> ticket : tickets) {
      if (ticket instanceof Acceptance acceptance && state == State.DIFFERS) {
        administer(acceptance);
      } else {
        ticket.fail(refusal());
      }
    }
  }

  private void administer(Acceptance ticket) {
    OpenLog now = open;
    Optional<Difference> difference = last.difference();
    if (now == null || difference.isEmpty() || !difference.get().id().equals(ticket.difference())) {
      ticket.fail(refusal());
      return;
    }
    try {
      now.accept(ticket.by(), difference.get().text(), clock.millis());
      LOG.warn("Coupons: {} accepted the difference {}.", ticket.by(), difference.get().id());
      closeLog();
      reopen();
      ticket.run(null);
      ticket.complete();
    } catch (LogException | RuntimeException e) {
      fail("The difference could not be accepted: " + e.getMessage(), e, true);
      ticket.fail(refusal());
    }
  }

  private LedgerException refusal() {
    if (closing) {
      return stopping();
    }
    if (state == State.DIFFERS) {
      return new LedgerException(
          LedgerException.DIFFERS,
          last.difference().map(Difference::text).orElse("The ledger differs."));
    }
    return new LedgerException(
        LedgerException.UNAVAILABLE,
        last.problem().orElse("The ledger is reading its store.")
            + "%nNothing was acknowledged; the same request may be sent again.".formatted());
  }

  private static LedgerException stopping() {
    return new LedgerException(
        LedgerException.UNAVAILABLE, "The ledger is stopping; the same request may be sent again.");
  }

  private void failAll(RuntimeException why) {
    for (Ticket<?> ticket = waiting.poll(); ticket != null; ticket = waiting.poll()) {
      ticket.fail(why);
    }
  }

  private void reopen() {
    long begin = System.nanoTime();
    OpenLog fresh = null;
    try {
      fresh = OpenLog.open(key, stores, clock.millis());
      open = fresh;
      view = fresh.state();
      Optional<Difference> difference = fresh.difference();
      if (difference.isPresent()) {
        LOG.error("Coupons: {}", difference.get().text());
        become(State.DIFFERS, difference.get(), null);
      } else {
        become(State.SERVING, null, null);
      }
    } catch (LogException | RuntimeException e) {
      if (fresh == null) {
        open = null;
      }
      closeLog();
      become(State.UNAVAILABLE, null, String.valueOf(e.getMessage()));
      LOG.error("Coupons: {}", e.getMessage());
    }
    nextTry = System.nanoTime() + Math.max(RETRY_NANOS, 4 * (System.nanoTime() - begin));
  }

  private void become(State next, @Nullable Difference difference, @Nullable String problem) {
    last = status(next, open, difference, problem);
    state = next;
  }

  private LedgerStatus status(
      State what,
      @Nullable OpenLog log,
      @Nullable Difference difference,
      @Nullable String problem) {
    LedgerStatus.Builder status = LedgerStatus.builder(what, stores.kind());
    if (log != null) {
      status.rows(log.last(), log.chainHex()).checkedRows(log.checked());
      status.reserved(view.heldCount()).coupons(view.couponCount());
    }
    if (difference != null) {
      status.difference(difference);
    }
    if (problem != null) {
      status.problem(problem);
    }
    return status.build();
  }

  private void finish() {
    OpenLog now = open;
    if (now != null && state == State.SERVING) {
      now.finish();
    }
    closeLog();
  }

  private void closeLog() {
    OpenLog now = open;
    open = null;
    if (now != null) {
      now.close();
    }
  }
}
