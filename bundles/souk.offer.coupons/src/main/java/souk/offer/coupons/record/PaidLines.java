package souk.offer.coupons.record;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import souk.model.Money;
import souk.model.Sku;
import souk.offer.api.PaidLine;

/** Lines of an order as bytes, so that counting does not pay for reading them. Immutable. */
public final class PaidLines {
  private static final byte[] EMPTY = {};
  private final byte[] bytes;
  private final boolean taxIncluded;

  private PaidLines(byte[] bytes, boolean taxIncluded) {
    this.bytes = bytes;
    this.taxIncluded = taxIncluded;
  }

  public static PaidLines of(List<PaidLine> lines, boolean taxIncluded) {
    if (lines.isEmpty()) {
      return new PaidLines(EMPTY, taxIncluded);
    }
    ByteSink sink = new ByteSink().i32(lines.size());
    for (PaidLine line : lines) {
      sink.text(line.lineId()).text(line.sku().value()).decimal(line.quantity());
      sink.text(line.net().currency().getCurrencyCode());
      sink.i64(line.net().amountMinor()).i64(line.tax().amountMinor()).i32(line.shares().size());
      line.shares().forEach((offer, share) -> sink.text(offer).i64(share.amountMinor()));
    }
    return new PaidLines(sink.toBytes(), taxIncluded);
  }

  static PaidLines ofBytes(byte[] bytes, boolean taxIncluded) {
    return new PaidLines(bytes, taxIncluded);
  }

  public boolean taxIncluded() {
    return taxIncluded;
  }

  public byte[] toBytes() {
    return bytes.clone();
  }

  List<PaidLine> read() {
    List<PaidLine> lines = new ArrayList<>();
    if (bytes.length == 0) {
      return lines;
    }
    ByteSource source = new ByteSource(bytes, 0);
    int count = source.count(1);
    for (int i = 0; i < count; i++) {
      String lineId = source.text();
      Sku sku = new Sku(source.text());
      BigDecimal quantity = source.decimal();
      Currency currency = EntryCodec.currency(source.text());
      Money net = Money.ofMinor(source.i64(), currency);
      Money tax = Money.ofMinor(source.i64(), currency);
      Map<String, Money> shares = new TreeMap<>();
      int offers = source.count(1);
      for (int k = 0; k < offers; k++) {
        shares.put(source.text(), Money.ofMinor(source.i64(), currency));
      }
      lines.add(new PaidLine(lineId, sku, quantity, net, tax, shares));
    }
    source.end();
    return lines;
  }
}
