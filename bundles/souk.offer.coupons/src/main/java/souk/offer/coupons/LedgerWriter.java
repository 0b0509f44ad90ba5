package souk.offer.coupons;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
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
  private static final long STOP_MILLIS = 10_000;
  private static final long RETRY_NANOS = 500_000_000;
  private static final long CHORE_NANOS = 25_000_000;
  private final LedgerKey key;
  private final Clock clock;
  private final Stores stores;
  private final long idleMillis;
  private final Thread thread = new Thread(this::run, "souk-coupon-ledger");
  private final WaitingLine line = new WaitingLine(thread);
  private final Semaphore files = new Semaphore(1, true);
  private final Standing standing;
  private volatile LedgerState view;
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
    this.standing = new Standing(stores.kind());
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  <R> R ask(Ticket<R> ticket) {
    if (!line.add(ticket)) {
      // Whoever is still in the line gets an answer.
      line.failAll(Standing.stopping());
    }
    return ticket.await();
  }

  LedgerState view() {
    return view;
  }

  State state() {
    return standing.state();
  }

  LedgerStatus status() {
    return standing.status();
  }

  @Override
  public void close() {
    line.close();
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    line.failAll(Standing.stopping());
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
    while (!line.closed()) {
      List<Ticket<?>> group = line.next(this::idleNanos);
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
    if (standing.state() == State.UNAVAILABLE && !finished && System.nanoTime() - nextTry > 0) {
      reopen();
    }
    if (standing.state() == State.SERVING) {
      serve(group);
      chore(group.isEmpty());
    } else {
      refuse(group);
    }
  }

  private long idleNanos() {
    OpenLog now = open;
    boolean chores = now != null && standing.state() == State.SERVING && now.hasChores();
    return chores ? 1 : idleMillis * 1_000_000;
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
        standing.differs(now, difference.get());
        refuse(tickets);
        return;
      }
      standing.serves(now);
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
        standing.differs(now, difference.get());
      } else {
        standing.serves(now);
      }
    } catch (LogException e) {
      fail(String.valueOf(e.getMessage()), e, e.mayReopen());
    }
  }

  private void fail(String why, Exception cause, boolean mayReopen) {
    LOG.error("Coupons: {}", why, cause);
    closeLog();
    standing.unavailable(why);
    finished = !mayReopen;
  }

  private void refuse(List<Ticket<?>> tickets) {
    for (Ticket<?> ticket : tickets) {
      if (ticket instanceof Acceptance acceptance && standing.state() == State.DIFFERS) {
        administer(acceptance);
      } else {
        ticket.fail(refusal());
      }
    }
  }

  private void administer(Acceptance ticket) {
    OpenLog now = open;
    Optional<Difference> difference = standing.status().difference();
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
    return line.closed() ? Standing.stopping() : standing.refusal();
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
        standing.differs(fresh, difference.get());
      } else {
        standing.serves(fresh);
      }
    } catch (LogException | RuntimeException e) {
      if (fresh == null) {
        open = null;
      }
      closeLog();
      standing.unavailable(String.valueOf(e.getMessage()));
      LOG.error("Coupons: {}", e.getMessage());
    }
    nextTry = System.nanoTime() + Math.max(RETRY_NANOS, 4 * (System.nanoTime() - begin));
  }

  private void finish() {
    OpenLog now = open;
    if (now != null && standing.state() == State.SERVING) {
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
