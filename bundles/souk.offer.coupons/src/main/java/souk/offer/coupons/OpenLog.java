package souk.offer.coupons;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import souk.offer.api.LedgerStatus.Difference;
import souk.offer.coupons.CheckpointFile.Found;
import souk.offer.coupons.record.LedgerKey;
import souk.offer.coupons.record.Seal;
import souk.offer.coupons.state.LedgerState;
import souk.offer.coupons.state.StateImage;
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
  private final LedgerState state;
  private final Upkeep upkeep;
  private final CheckpointFile checkpoints;
  private final Scrub scrub;
  private final boolean shared;
  private final Verification verification;
  private long last;
  private byte[] chain;
  private String hex = "";

  /** Rows that the start took from a checkpoint. */
  private final long trusted;

  /** Number of the row of the last checkpoint. */
  private long saved;

  private OpenLog(
      LedgerKey key, Stores stores, LedgerLog log, Mark.Keeper marks, Mark mark, Found from) {
    this.key = key;
    this.seal = new Seal(key);
    this.log = log;
    this.marks = marks;
    this.mark = mark;
    this.shared = stores.shared();
    this.upkeep = stores.upkeep();
    this.checkpoints = new CheckpointFile(upkeep.checkpoint(), key);
    this.state = from.state();
    this.verification = new Verification(key, mark, from.seq(), from.chain(), state::apply);
    this.scrub = new Scrub(key, log, from.seq(), from.chain());
    this.saved = from.seq();
    this.trusted = from.seq();
    this.chain = from.chain();
  }

  static OpenLog open(LedgerKey key, Stores stores, long now) throws LogException {
    Mark.Keeper marks = stores.mark().open();
    LedgerLog log = null;
    try {
      Mark mark = of(marks.read(), stores.shared());
      log = stores.log().open();
      int keyDays = stores.upkeep().keyDays();
      Found found = new CheckpointFile(stores.upkeep().checkpoint(), key).read(keyDays);
      OpenLog open = null;
      if (found != null && fits(found, mark, log)) {
        open = new OpenLog(key, stores, log, marks, mark, found);
        open.readNewer();
      }
      if (open == null || open.difference().isPresent()) {
        Found nothing = new Found(0, Seal.origin(), new LedgerState(keyDays));
        open = new OpenLog(key, stores, log, marks, mark, nothing);
        open.readNewer();
      }
      if (open.difference().isEmpty()) {
        marks.write(open.last, open.chain);
        open.verification.reachedMark();
      }
      open.state.forgetKeys(now, open.last);
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

  /** True if the checkpoint's row is in the log, and the mark is not before it. */
  private static boolean fits(Found found, Mark mark, LedgerLog log) {
    try {
      byte[] row = mark.seq() < found.seq() ? null : log.read(found.seq());
      return row != null
          && Seal.whole(found.seq(), row)
          && Arrays.equals(Seal.chainOf(row), found.chain());
    } catch (LogException e) {
      return false;
    }
  }

  private void readNewer() throws LogException {
    log.scan(verification.last(), LedgerLog.END, verification::row);
    catchUp();
  }

  private void catchUp() {
    last = verification.last();
    chain = verification.chain();
    hex = HexFormat.of().formatHex(chain);
  }

  Optional<Difference> difference() {
    Optional<Difference> behind = scrub.difference();
    return behind.isPresent() ? behind : verification.difference();
  }

  /** How many rows were looked at since the start. */
  long checked() {
    return scrub.done() ? last : last - trusted + scrub.at();
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
    state.forgetKeys(now, last);
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
    checkpoints.delete();
    long end = Math.max(last, mark.seq());
    if (verification.rowsDamaged() || scrub.difference().isPresent()) {
      log.replace(sink -> new Salvage(key, sink).run(log, end, by, text, now));
    } else {
      log.begin(last, (seq, row) -> {});
      new Salvage(key, log::append).append(last, chain, end, by, text, now);
      log.commit();
    }
    marks.write(0, Seal.origin());
  }

  /** True if there is work that can be done while nobody asks. */
  boolean hasChores() {
    return !scrub.done() || checkpoints.isWriting() || last - saved >= upkeep.everyRows();
  }

  /**
   * Does a little of that work, for a few milliseconds.
   *
   * @return what is wrong with rows that were not read at the start; empty if nothing is
   */
  Optional<Difference> chore() throws LogException {
    if (checkpoints.isWriting()) {
      checkpoints.step();
    } else if (last - saved >= upkeep.everyRows()) {
      beginCheckpoint();
    } else if (!scrub.done()) {
      scrub.step();
      return scrub.difference();
    }
    return Optional.empty();
  }

  private void beginCheckpoint() {
    saved = last;
    checkpoints.begin(last, chain, StateImage.of(state));
  }

  /** Makes the next start quick, before an orderly end. */
  void finish() {
    if (checkpoints.isWriting() || last - saved >= upkeep.closingRows()) {
      checkpoints.abandon();
      beginCheckpoint();
      while (checkpoints.isWriting()) {
        checkpoints.step();
      }
    }
  }

  @Override
  public void close() {
    checkpoints.abandon();
    marks.close();
    log.close();
  }
}
