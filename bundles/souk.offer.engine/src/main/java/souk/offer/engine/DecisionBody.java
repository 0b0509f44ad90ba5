package souk.offer.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import souk.model.Cart;
import souk.offer.api.AppliedOffer;
import souk.offer.api.LedgerView.CouponLook;
import souk.offer.api.Quote;
import souk.offer.api.QuoteLine;
import souk.offer.api.RejectedOffer;

/**
 * Writes a quote as a compact JSON object for the decision log, with what is needed to work it out
 * again. Holds pseudonyms instead of customer keys and coupon codes.
 */
final class DecisionBody {
  private static final int REST = 384;
  private static final int LINE = 40;

  private final StringBuilder out;

  private DecisionBody(int lines) {
    out = new StringBuilder(REST + LINE * lines);
  }

  /**
   * @param cart as it was asked for
   * @param audience tags of the customer
   * @param hidden turns a customer key or a coupon code into a pseudonym
   */
  static String of(
      Cart cart,
      Set<String> audience,
      Quote quote,
      LedgerMemo ledger,
      UnaryOperator<String> hidden) {
    DecisionBody body = new DecisionBody(quote.lines().size());
    body.write(cart, audience, quote, ledger, hidden);
    return body.out.toString();
  }

  private void write(
      Cart cart,
      Set<String> audience,
      Quote quote,
      LedgerMemo ledger,
      UnaryOperator<String> hidden) {
    out.append("{\"currency\":");
    text(cart.currency().getCurrencyCode());
    out.append(",\"channel\":");
    text(cart.channel());
    if (cart.customer().isPresent()) {
      out.append(",\"customer\":");
      text(hidden.apply(cart.customer().get().value()));
    }
    texts("audience", audience.size() < 2 ? audience : new TreeSet<>(audience));
    if (!cart.coupons().isEmpty()) {
      texts("coupons", cart.coupons().stream().map(SharedCodes::normal).map(hidden).toList());
    }
    cart.store().ifPresent(store -> texts("store", List.of(store)));
    cart.payment().ifPresent(payment -> texts("payment", List.of(payment)));
    ledger(ledger, hidden);
    if (!numbered(quote.lines())) {
      texts("lineIds", quote.lines().stream().map(QuoteLine::lineId).toList());
    }
    out.append(",\"gross\":").append(quote.gross().amountMinor());
    out.append(",\"net\":").append(quote.net().amountMinor());
    out.append(",\"lines\":[");
    List<QuoteLine> lines = quote.lines();
    for (int i = 0; i < lines.size(); i++) {
      QuoteLine line = lines.get(i);
      out.append(i == 0 ? "[" : ",[");
      text(line.sku().value());
      out.append(',').append(line.quantity().toPlainString());
      out.append(',').append(line.gross().amountMinor());
      out.append(',').append(line.net().amountMinor());
      out.append(',').append(line.unitPrice().amountMinor()).append(']');
    }
    out.append("],\"applied\":[");
    List<AppliedOffer> applied = quote.applied();
    for (int i = 0; i < applied.size(); i++) {
      out.append(i == 0 ? "[" : ",[");
      text(applied.get(i).offerId());
      out.append(',').append(applied.get(i).discount().amountMinor()).append(']');
    }
    out.append("],\"rejected\":[");
    List<RejectedOffer> rejected = quote.rejected();
    for (int i = 0; i < rejected.size(); i++) {
      out.append(i == 0 ? "[" : ",[");
      text(rejected.get(i).offerId());
      out.append(',');
      text(rejected.get(i).reason().code());
      out.append(']');
    }
    out.append("]}");
  }

  /** What the ledger said, as far as it was asked. */
  private void ledger(LedgerMemo ledger, UnaryOperator<String> hidden) {
    if (!ledger.left().isEmpty()) {
      out.append(",\"left\":[");
      String comma = "";
      for (Map.Entry<String, Long> left : ledger.left().entrySet()) {
        out.append(comma).append('[');
        text(left.getKey());
        out.append(",\"").append((long) left.getValue()).append("\"]");
        comma = ",";
      }
      out.append(']');
    }
    if (!ledger.coupons().isEmpty()) {
      out.append(",\"looks\":[");
      String comma = "";
      for (Map.Entry<String, CouponLook> look : ledger.coupons().entrySet()) {
        out.append(comma).append('[');
        text(hidden.apply(SharedCodes.normal(look.getKey())));
        out.append(',');
        text(look.getValue().batchId());
        out.append(look.getValue().usable() ? ",true," : ",false,");
        text(look.getValue().code());
        out.append(']');
        comma = ",";
      }
      out.append(']');
    }
  }

  /** True if the ids of the lines are their positions, as they are unless a till says otherwise. */
  private static boolean numbered(List<QuoteLine> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).lineId().equals(Integer.toString(i + 1))) {
        return false;
      }
    }
    return true;
  }

  private void texts(String name, Collection<String> values) {
    out.append(",\"").append(name).append("\":[");
    String comma = "";
    for (String value : values) {
      out.append(comma);
      text(value);
      comma = ",";
    }
    out.append(']');
  }

  /** True if nothing in it needs an escape. */
  private static boolean plain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < 0x20 || c == '"' || c == '\\' || c > 0x7e) {
        return false;
      }
    }
    return true;
  }

  private void text(String value) {
    out.append('"');
    if (plain(value)) {
      out.append(value).append('"');
      return;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20 || Character.isSurrogate(c) || c == 0x2028 || c == 0x2029) {
        out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
