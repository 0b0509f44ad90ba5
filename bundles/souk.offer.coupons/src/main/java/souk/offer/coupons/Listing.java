package souk.offer.coupons;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import souk.offer.api.LedgerException;
import souk.offer.api.Redemption;
import souk.offer.coupons.Answers.Fate;
import souk.offer.coupons.record.Entry.Taken;
import souk.offer.coupons.record.EntryCodec;
import souk.offer.coupons.record.Seal;
import souk.offer.coupons.store.LogException;

/**
 * Redemptions in their order. The writer hands out raw rows in small portions, so that tills go on
 * between them; the caller reads them.
 */
final class Listing {
  private static final int MOST = 1_000;
  private static final int ROWS = 400;
  private final LedgerWriter writer;

  Listing(LedgerWriter writer) {
    this.writer = writer;
  }

  /** A row and what became of its redemption. */
  private record Row(long seq, byte[] bytes, Fate fate) {}

  /**
   * Some of them.
   *
   * @param rows in order
   * @param at number of the last row that was looked at
   * @param end true if there are no more
   */
  private record Portion(List<Row> rows, long at, boolean end) {}

  List<Redemption> after(Optional<String> id, int limit) {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException(
          "A page has 1 to %d redemptions, not %d.".formatted(MOST, limit));
    }
    long at = id.map(Answers::seq).orElse(0L);
    if (at < 0) {
      throw Answers.unknown(id.orElse(""));
    }
    List<Redemption> page = new ArrayList<>();
    boolean end = false;
    while (!end && page.size() < limit) {
      long from = at;
      int wanted = limit - page.size();
      Portion portion = writer.ask(new Ask<>(group -> portion(group, from, wanted)));
      for (Row row : portion.rows()) {
        page.add(redemption(row));
      }
      at = portion.at();
      end = portion.end();
    }
    return page;
  }

  private static Portion portion(Group group, long from, int wanted) throws LogException {
    long until = Math.min(group.before(), from + Math.min(ROWS, Math.max(2 * wanted, 16)));
    List<Row> found = new ArrayList<>();
    group.earlier(
        from,
        until,
        (seq, row) -> {
          if (found.size() < wanted && EntryCodec.isTaken(row, Seal.HEAD)) {
            found.add(new Row(seq, row, Answers.fate(group, seq)));
          }
        });
    // Behind a full page the rest is asked for by the id of its last one.
    return new Portion(found, until, found.size() == wanted || until >= group.before());
  }

  private Redemption redemption(Row row) {
    try {
      Taken taken = (Taken) Group.decoded(row.seq(), row.bytes());
      return Answers.now(writer.view(), row.seq(), taken, row.fate());
    } catch (LogException e) {
      throw new LedgerException(LedgerException.UNAVAILABLE, String.valueOf(e.getMessage()), e);
    }
  }
}
