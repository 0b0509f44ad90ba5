package souk.offer.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import souk.kernel.api.Decision;
import souk.kernel.api.DecisionLog;
import souk.kernel.api.Snapshot;
import souk.kernel.api.Snapshots;
import souk.model.Cart;
import souk.model.DecisionId;
import souk.model.Money;
import souk.model.Sku;
import souk.model.SnapshotId;
import souk.model.Spec;
import souk.model.TimeRange;
import souk.offer.api.BookPrice;
import souk.offer.api.Offer;
import souk.offer.api.OfferBook;
import souk.offer.api.PriceBook;
import souk.offer.api.PriceLayer;
import souk.offer.api.PriceLayers;
import souk.offer.api.Quote;
import souk.offer.api.QuoteRequest;
import souk.offer.spi.LinePricer;
import souk.offer.spi.SelectionPolicy;
import souk.testkit.DirectRouter;

/** A small shop around a real engine: prices, offers, a clock and logs in memory. */
final class Shop implements Snapshots, DecisionLog {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final TimeRange MARCH =
      new TimeRange(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"));

  final Currency currency;
  final List<Decision> decisions = Collections.synchronizedList(new ArrayList<>());
  final DirectRouter router = new DirectRouter();
  private final Map<Sku, BookPrice> prices = new HashMap<>();
  private final List<Offer> offers = new ArrayList<>();
  private final List<PriceLayer> layers = new ArrayList<>();
  private final AtomicLong ids = new AtomicLong();
  private volatile Optional<Snapshot> current = Optional.empty();
  double logShare = 1;

  Shop(String currencyCode) {
    currency = Currency.getInstance(currencyCode);
  }

  /** A shop in pounds with the strategies of the platform. */
  static Shop standard() {
    Shop shop = new Shop("GBP");
    shop.router.add(LinePricer.class, "price-book", new PriceBookPricer());
    shop.router.add(SelectionPolicy.class, "best-for-customer", new BestForCustomer());
    return shop;
  }

  Shop price(String sku, long priceMinor, long floorMinor) {
    prices.put(
        new Sku(sku),
        new BookPrice(Money.ofMinor(priceMinor, currency), Money.ofMinor(floorMinor, currency)));
    return this;
  }

  Shop layer(PriceLayer layer) {
    layers.add(layer);
    return this;
  }

  Shop offer(Offer offer) {
    offers.add(offer);
    return this;
  }

  static Offer.Builder offer(String id, Spec effect) {
    return Offer.builder(id, "Offer " + id, MARCH, effect);
  }

  PriceBook priceBook() {
    return new PriceBook(currency, prices);
  }

  OfferBook offerBook() {
    return new OfferBook(offers);
  }

  Shop publish(String snapshotId) {
    current =
        Optional.of(
            Snapshot.builder(new SnapshotId(snapshotId), NOW)
                .part(PriceBook.class, priceBook())
                .part(OfferBook.class, offerBook())
                .part(PriceLayers.class, new PriceLayers(layers))
                .build());
    return this;
  }

  DefaultOfferEngine engine() {
    return new DefaultOfferEngine(
        router,
        this,
        this,
        new QuoteLog(this, Pseudonyms.ofThisProcess(), logShare),
        50,
        new Turnstile(0, 250),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** Quotes articles given as sku, quantity, sku, quantity, … */
  Quote quote(Set<String> audience, Object... skusAndQuantities) {
    return engine().quote(new QuoteRequest(cart(skusAndQuantities), audience, Optional.empty()));
  }

  Cart cart(Object... skusAndQuantities) {
    Cart.Builder cart = Cart.builder(currency);
    for (int i = 0; i < skusAndQuantities.length; i += 2) {
      cart.line(
          new Sku((String) skusAndQuantities[i]), ((Number) skusAndQuantities[i + 1]).longValue());
    }
    return cart.build();
  }

  @Override
  public Optional<Snapshot> current() {
    return current;
  }

  @Override
  public Optional<Snapshot> publish(Snapshot snapshot) {
    Optional<Snapshot> before = current;
    current = Optional.of(snapshot);
    return before;
  }

  @Override
  public DecisionId newId() {
    return new DecisionId("D-" + ids.incrementAndGet());
  }

  @Override
  public void append(Decision decision) {
    decisions.add(decision);
  }

  @Override
  public void appendDurable(Decision decision) {
    decisions.add(decision);
  }

  @Override
  public Optional<Decision> find(DecisionId id) {
    return decisions.stream().filter(d -> d.id().equals(id)).findFirst();
  }

  @Override
  public List<Decision> latest(String kind, int limit) {
    return List.copyOf(decisions);
  }

  @Override
  public Optional<String> trouble() {
    return Optional.empty();
  }
}
