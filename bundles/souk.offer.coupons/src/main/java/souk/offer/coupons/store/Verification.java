package souk.offer.coupons.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;
import souk.offer.api.LedgerStatus.Difference;
import souk.offer.coupons.record.BadRecordException;
import souk.offer.coupons.record.Entry;
import souk.offer.coupons.record.EntryCodec;
import souk.offer.coupons.record.LedgerKey;
import souk.offer.coupons.record.Seal;

/**
 * Reads a log, from its first row or from a checkpoint, and compares it with the mark: every row
 * must be whole, follow the one before, and the log must reach the mark with the mark's chain hash.
 * For one thread.
 */
public final class Verification {
  private final Seal seal;
  private final Mark mark;
  private final EntrySink sink;
  private final CRC32C finding = new CRC32C();
  private byte[] chain = Seal.origin();
  private long last;
  private long bad;
  private long missing;
  private long firstBad;
  private boolean markMet;
  private boolean follows;

  /** Takes entries in order, up to the first finding. */
  @FunctionalInterface
  public interface EntrySink {
    void entry(long seq, Entry entry);
  }

  public Verification(LedgerKey key, Mark mark, EntrySink sink) {
    this(key, mark, 0, Seal.origin(), sink);
  }

  /**
   * Begins behind a row that is known to be right.
   *
   * @param after number of that row, not behind the mark
   * @param itsChain its chain hash
   */
  public Verification(LedgerKey key, Mark mark, long after, byte[] itsChain, EntrySink sink) {
    this.seal = new Seal(key);
    this.mark = mark;
    this.sink = sink;
    this.last = after;
    this.chain = itsChain.clone();
    this.markMet =
        mark.seq() <= 0 || (mark.seq() == after && Arrays.equals(itsChain, mark.chain()));
  }

  /** Looks at the next row. */
  public void row(long seq, byte[] row) {
    if (seq != last + 1) {
      missing += Math.max(0, seq - last - 1);
      note(last + 1, new byte[0]);
    }
    boolean gap = seq != last + 1;
    last = seq;
    if (!Seal.whole(seq, row)) {
      bad++;
      note(seq, row);
      return;
    }
    if (!gap && !seal.follows(seq, chain, row)) {
      bad++;
      note(seq, row);
    }
    chain = Seal.chainOf(row);
    if (seq == mark.seq()) {
      markMet = Arrays.equals(chain, mark.chain());
    }
    if (firstBad > 0) {
      return;
    }
    try {
      sink.entry(seq, EntryCodec.decode(row, Seal.HEAD));
    } catch (BadRecordException e) {
      bad++;
      note(seq, row);
    }
  }

  private void note(long seq, byte[] row) {
    if (firstBad == 0) {
      firstBad = seq;
    }
    finding.update(Long.toString(seq).getBytes(US_ASCII));
    finding.update(row);
  }

  /** From now on only rows are looked at: the mark was reached and moves on. */
  public void reachedMark() {
    follows = true;
  }

  /** Takes note of rows that this process has written itself. */
  public void wrote(long seq, byte[] itsChain) {
    last = seq;
    chain = itsChain;
  }

  /** True if rows themselves are damaged or missing, and not only the end or the mark. */
  public boolean rowsDamaged() {
    return bad > 0 || missing > 0;
  }

  public long last() {
    return last;
  }

  public byte[] chain() {
    return chain.clone();
  }

  /** What is wrong; empty if the log is what was acknowledged. */
  public Optional<Difference> difference() {
    if (follows && bad == 0 && missing == 0) {
      return Optional.empty();
    }
    long tail = Math.max(0, mark.seq() - last);
    boolean unmarked = mark.seq() == Mark.DAMAGED || (mark.seq() == Mark.ABSENT && last > 0);
    if (bad == 0 && missing == 0 && tail == 0 && markMet && !unmarked) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder("The ledger differs from what was acknowledged:");
    if (tail > 0) {
      text.append(
          " it ends at row %d, but row %d was acknowledged (%d rows are missing at its end);"
              .formatted(last, mark.seq(), tail));
    }
    if (missing > 0) {
      text.append(" %d rows are missing before its end;".formatted(missing));
    }
    if (bad > 0) {
      text.append(
          " %d rows are changed or do not follow the row before, the first is row %d;"
              .formatted(bad, firstBad));
    }
    if (!markMet && tail == 0) {
      text.append(" its chain hash at row %d is not the marked one;".formatted(mark.seq()));
    }
    if (unmarked) {
      text.append(
          " it has %d rows, but the high-water mark is missing or damaged;".formatted(last));
    }
    text.append(
        "%nMaybe the disk lost data, or a part of the state folder was restored from a backup: restore the whole folder, or accept the difference. What is accepted as lost may be redeemed again."
            .formatted());
    CRC32C all = new CRC32C();
    all.update(HexFormat.of().toHexDigits(finding.getValue()).getBytes(US_ASCII));
    all.update(chain);
    all.update(mark.chain());
    String id =
        "D%d-%d-%s".formatted(last, mark.seq(), HexFormat.of().toHexDigits((int) all.getValue()));
    return Optional.of(new Difference(id, text.toString(), tail + missing + bad));
  }
}
