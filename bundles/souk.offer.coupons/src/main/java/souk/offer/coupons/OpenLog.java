package souk.offer.coupons;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import souk.offer.api.LedgerStatus.Difference;
import souk.offer.coupons.record.LedgerKey;
import souk.offer.coupons.record.Seal;
import souk.offer.coupons.state.LedgerState;
import souk.offer.coupons.store.LedgerLog;
import souk.offer.coupons.store.LogException;
import souk.offer.coupons.store.Mark;
import souk.offer.coupons.store.Verification;

/** A log that was read and compared with its mark, and the state it adds up to. For one thread. */
final class OpenLog implements AutoCloseable {
  private final LedgerKey key;
  private final Seal seal;
  private final LedgerLog log;
  private final Mark mark;
  private final Mark.Keeper marks;
  private final LedgerState state = new LedgerState();
  private final boolean shared;
  private final Verification verification;
  private long last;
  private byte[] chain;
  private String hex = "";

  private OpenLog(LedgerKey key, LedgerLog log, Mark.Keeper marks, Mark mark, boolean shared) {
    this.key = key;
    this.seal = new Seal(key);
    this.log = log;
    this.marks = marks;
    this.mark = mark;
    this.shared = shared;
    this.verification = new Verification(key, mark, state::apply);
    this.chain = Seal.origin();
  }

  static OpenLog open(LedgerKey key, LedgerWriter.Stores stores) throws LogException {
    Mark.Keeper marks = stores.mark().open();
    LedgerLog log = null;
    try {
      Mark mark = of(marks.read(), stores.shared());
      log = stores.log().open();
      OpenLog open = new OpenLog(key, log, marks, mark, stores.shared());
      open.readNewer();
      if (open.difference().isEmpty()) {
        marks.write(open.last, open.chain);
        open.verification.reachedMark();
      }
      return open;
    } catch (LogException | RuntimeException e) {
      marks.close();
      if (log != null) {
        log.close();
      }
      throw e;
    }
  }

  /** A node that is new to a shared log has no mark yet. */
  private static Mark of(Mark found, boolean shared) {
    return shared && found.seq() == Mark.ABSENT ? new Mark(0, Seal.origin()) : found;
  }

  private void readNewer() throws LogException {
    log.scan(verification.last(), verification::row);
    catchUp();
  }

  private void catchUp() {
    last = verification.last();
    chain = verification.chain();
    hex = HexFormat.of().formatHex(chain);
  }

  Optional<Difference> difference() {
    return verification.difference();
  }

  LedgerState state() {
    return state;
  }

  long last() {
    return last;
  }

  String chainHex() {
    return hex;
  }

  /** A group at the end of the log. */
  Group group(long now) {
    return new Group(log, state, seal, now, last, chain);
  }

  /**
   * Decides tickets and makes what they changed durable.
   *
   * @return what is wrong with rows that others wrote meanwhile; empty if nothing is
   */
  Optional<Difference> serve(List<Ticket<?>> tickets, long now) throws LogException {
    if (tickets.isEmpty() && shared) {
      readNewer();
      if (difference().isPresent()) {
        return difference();
      }
    }
    if (tickets.isEmpty() && state.expired(now) < 0) {
      return Optional.empty();
    }
    log.begin(last, verification::row);
    if (shared) {
      catchUp();
      if (difference().isPresent()) {
        log.rollback();
        return difference();
      }
    }
    Group group = group(now);
    Decisions.expire(group);
    for (Ticket<?> ticket : tickets) {
      ticket.run(group);
    }
    if (group.isEmpty()) {
      log.rollback();
      return Optional.empty();
    }
    log.commit();
    last = group.last();
    chain = group.chain();
    hex = HexFormat.of().formatHex(chain);
    marks.write(last, chain);
    if (shared) {
      verification.wrote(last, chain);
    }
    return Optional.empty();
  }

  /**
   * Keeps what is whole although it differs from what was acknowledged. Rows that are lost keep
   * their numbers, so that no number is given twice.
   */
  void accept(String by, String text, long now) throws LogException {
    long end = Math.max(last, mark.seq());
    if (verification.rowsDamaged()) {
      log.replace(sink -> new Salvage(key, sink).run(log, end, by, text, now));
    } else {
      log.begin(last, (seq, row) -> {});
      new Salvage(key, log::append).append(last, chain, end, by, text, now);
      log.commit();
    }
    marks.write(0, Seal.origin());
  }

  @Override
  public void close() {
    marks.close();
    log.close();
  }
}
