package souk.offer.coupons;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import souk.offer.coupons.store.LedgerLog;
import souk.offer.coupons.store.LogException;
import souk.offer.coupons.store.Mark;
import souk.offer.coupons.store.RowSink;

/** A layer between ledger and store that fails at one chosen call. */
final class FaultyLog implements LedgerLog {
  /** Where it fails. */
  enum Where {
    BEGIN,
    APPEND,
    COMMIT_BEFORE,
    COMMIT_AFTER,
    READ,
    MARK
  }

  private final LedgerLog log;
  private final Plan plan;

  FaultyLog(LedgerLog log, Plan plan) {
    this.log = log;
    this.plan = plan;
  }

  /** Calls left until a failure; shared by log and mark. */
  static final class Plan {
    private volatile Where where = Where.BEGIN;
    private volatile boolean reopen;
    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
    private volatile boolean failed;

    void fail(Where at, long calls, boolean mayReopen) {
      where = at;
      reopen = mayReopen;
      failed = false;
      left.set(calls);
    }

    boolean failed() {
      return failed;
    }

    void pass(Where at) throws LogException {
      if (at == where && left.getAndDecrement() == 0) {
        failed = true;
        throw new LogException("injected at " + at, new IOException("injected"), reopen);
      }
    }
  }

  @Override
  public String kind() {
    return log.kind();
  }

  @Override
  public void scan(long after, long until, RowSink sink) throws LogException {
    log.scan(after, until, sink);
  }

  @Override
  public byte @Nullable [] read(long seq) throws LogException {
    plan.pass(Where.READ);
    return log.read(seq);
  }

  @Override
  public void begin(long last, RowSink newer) throws LogException {
    plan.pass(Where.BEGIN);
    log.begin(last, newer);
  }

  @Override
  public void append(long seq, byte[] row) throws LogException {
    plan.pass(Where.APPEND);
    log.append(seq, row);
  }

  @Override
  public void commit() throws LogException {
    plan.pass(Where.COMMIT_BEFORE);
    log.commit();
    plan.pass(Where.COMMIT_AFTER);
  }

  @Override
  public void rollback() throws LogException {
    log.rollback();
  }

  @Override
  public void replace(RowSource rows) throws LogException {
    log.replace(rows);
  }

  @Override
  public void close() {
    log.close();
  }

  /** Marks that fail with the same plan. */
  record FaultyMark(Mark.Keeper marks, Plan plan) implements Mark.Keeper {
    @Override
    public Mark read() throws LogException {
      return marks.read();
    }

    @Override
    public void write(long seq, byte[] chain) throws LogException {
      plan.pass(Where.MARK);
      marks.write(seq, chain);
    }

    @Override
    public void close() {
      marks.close();
    }
  }
}
