package souk.offer.engine;

import java.util.List;
import java.util.Optional;
import souk.model.Cart;
import souk.offer.api.AppliedOffer;
import souk.offer.api.Quote;
import souk.offer.api.QuoteLine;
import souk.offer.api.RejectedOffer;

/** Writes a quote as a compact JSON object for the decision log. Holds no customer key. */
final class DecisionBody {
  private final StringBuilder out = new StringBuilder(512);

  private DecisionBody() {}

  static String of(Cart cart, Quote quote, Optional<String> pseudonym) {
    DecisionBody body = new DecisionBody();
    body.write(cart, quote, pseudonym);
    return body.out.toString();
  }

  private void write(Cart cart, Quote quote, Optional<String> pseudonym) {
    out.append("{\"currency\":");
    text(cart.currency().getCurrencyCode());
    out.append(",\"channel\":");
    text(cart.channel());
    if (pseudonym.isPresent()) {
      out.append(",\"customer\":");
      text(pseudonym.get());
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
      out.append(',').append(line.net().amountMinor()).append(']');
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

  private void text(String value) {
    out.append('"');
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
