package souk.offer.coupons;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import souk.model.Cart;
import souk.model.CartLine;
import souk.model.Money;
import souk.offer.api.Checkout;
import souk.offer.api.CheckoutRequest;
import souk.offer.api.CouponLedger;
import souk.offer.api.DetailedQuote;
import souk.offer.api.LedgerException;
import souk.offer.api.OfferEngine;
import souk.offer.api.PaidLine;
import souk.offer.api.QuoteRequest;
import souk.offer.api.Receipt;
import souk.offer.api.Redemption;
import souk.offer.api.RedemptionRequest;

/** Quotes with the engine, counts with the ledger. Safe for use by many threads. */
@Component(service = Checkout.class)
public final class QuotedCheckout implements Checkout {
  private final OfferEngine engine;
  private final CouponLedger ledger;
  private final Clock clock;

  @Activate
  public QuotedCheckout(@Reference OfferEngine engine, @Reference CouponLedger ledger) {
    this(engine, ledger, Clock.systemUTC());
  }

  QuotedCheckout(OfferEngine engine, CouponLedger ledger, Clock clock) {
    this.engine = engine;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Receipt redeem(CheckoutRequest request) {
    return pay(request, ledger::redeem);
  }

  @Override
  public Receipt reserve(CheckoutRequest request, Duration ttl) {
    return pay(request, wanted -> ledger.reserve(wanted, ttl));
  }

  private Receipt pay(CheckoutRequest request, Function<RedemptionRequest, Redemption> ask) {
    String content = content(request);
    if (ledger.findByKey(request.key()).isPresent()) {
      // Answered before: the ledger tells whether it was the same cart, and nothing is quoted.
      Redemption first = ask.apply(wanted(request, content, now()).build());
      return new Receipt(first, payable(first, request), Optional.empty());
    }
    DetailedQuote quote = engine.detail(request.quote(), false);
    Money payable = quote.payable();
    if (request.expected().isPresent() && !request.expected().get().equals(payable)) {
      throw new LedgerException(
          "checkout.price-changed",
          "Order %s costs %s now, but the customer was told %s.%nMaybe show the new quote and ask again."
              .formatted(request.orderId(), payable, request.expected().get()));
    }
    RedemptionRequest.Builder wanted =
        wanted(request, content, quote.quote().at())
            .claims(quote.claims())
            .lines(PaidOrder.lines(quote), quote.pricesIncludeTax());
    Redemption done = ask.apply(wanted.build());
    return new Receipt(done, payable, done.replayed() ? Optional.empty() : Optional.of(quote));
  }

  private Instant now() {
    return clock.instant();
  }

  private static RedemptionRequest.Builder wanted(
      CheckoutRequest request, String content, Instant at) {
    RedemptionRequest.Builder wanted =
        RedemptionRequest.builder(request.key(), request.orderId(), at).content(content);
    request.quote().cart().customer().ifPresent(wanted::customer);
    return wanted;
  }

  /** What the customer pays, from what the ledger keeps. */
  private static Money payable(Redemption redemption, CheckoutRequest request) {
    Money sum = Money.zero(request.quote().cart().currency());
    for (PaidLine line : redemption.lines()) {
      sum = sum.plus(line.net());
      if (!redemption.pricesIncludeTax()) {
        sum = sum.plus(line.tax());
      }
    }
    return sum;
  }

  /** The order and its cart, whatever it would cost and whoever the customer is taken for now. */
  private static String content(CheckoutRequest request) {
    QuoteRequest quote = request.quote();
    Cart cart = quote.cart();
    StringBuilder content = new StringBuilder();
    field(content, request.orderId());
    field(content, cart.currency().getCurrencyCode());
    field(content, cart.channel());
    field(content, cart.customer().map(Object::toString).orElse(""));
    field(content, cart.store().orElse(""));
    field(content, cart.payment().orElse(""));
    cart.coupons().forEach(code -> field(content, code));
    field(content, "lines");
    for (CartLine line : cart.lines()) {
      field(content, line.lineId());
      field(content, line.sku().value());
      field(content, line.quantity().stripTrailingZeros().toPlainString());
    }
    field(content, request.expected().map(Money::toString).orElse(""));
    return content.toString();
  }

  private static void field(StringBuilder content, String text) {
    content.append(text.length()).append(':').append(text);
  }
}
