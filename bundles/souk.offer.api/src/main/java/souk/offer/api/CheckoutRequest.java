package souk.offer.api;

import java.util.Objects;
import java.util.Optional;
import souk.model.Money;

/** A cart to be paid. Immutable. */
public final class CheckoutRequest {
  private final QuoteRequest quote;
  private final String key;
  private final String orderId;
  private final Optional<Money> expected;

  private CheckoutRequest(
      QuoteRequest quote, String key, String orderId, Optional<Money> expected) {
    this.quote = Objects.requireNonNull(quote, "quote");
    this.key = LedgerTexts.check("idempotency key", key);
    this.orderId = LedgerTexts.check("order id", orderId);
    this.expected = expected;
  }

  /**
   * @param quote the cart; its instant is empty for now
   * @param key idempotency key
   * @param orderId order that is paid
   */
  public static CheckoutRequest of(QuoteRequest quote, String key, String orderId) {
    return new CheckoutRequest(quote, key, orderId, Optional.empty());
  }

  /** The same, refused with {@code checkout.price-changed} if the cart costs another amount. */
  public CheckoutRequest expecting(Money payable) {
    return new CheckoutRequest(quote, key, orderId, Optional.of(payable));
  }

  public QuoteRequest quote() {
    return quote;
  }

  public String key() {
    return key;
  }

  public String orderId() {
    return orderId;
  }

  /** What the customer was told to pay. */
  public Optional<Money> expected() {
    return expected;
  }
}
