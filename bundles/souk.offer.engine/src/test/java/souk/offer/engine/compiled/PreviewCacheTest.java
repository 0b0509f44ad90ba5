package souk.offer.engine.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import souk.kernel.api.Snapshot;
import souk.model.Cart;
import souk.model.Money;
import souk.model.Sku;
import souk.model.SnapshotId;
import souk.offer.api.BookPrice;
import souk.offer.api.OfferBook;
import souk.offer.api.Preview;
import souk.offer.api.PriceBook;
import souk.offer.api.QuoteRequest;

/** The same books are compiled once, others anew. */
class PreviewCacheTest {
  private static final Currency GBP = Currency.getInstance("GBP");
  private final PreviewCache cache = new PreviewCache();
  private final AtomicInteger compiled = new AtomicInteger();

  private static PriceBook prices() {
    Money price = Money.ofMinor(100, GBP);
    return new PriceBook(GBP, Map.of(new Sku("A"), new BookPrice(price, price)));
  }

  private static Snapshot snapshot(PriceBook prices, OfferBook offers) {
    return Snapshot.builder(new SnapshotId("draft"), Instant.EPOCH)
        .part(PriceBook.class, prices)
        .part(OfferBook.class, offers)
        .build();
  }

  private CompiledSnapshot of(PriceBook prices, OfferBook offers, Optional<Snapshot> published) {
    Cart cart = Cart.builder(GBP).line(new Sku("A"), 1).build();
    Preview preview =
        Preview.builder(new QuoteRequest(cart, Set.of(), Optional.empty()))
            .prices(prices)
            .offers(offers)
            .build();
    return cache.of(
        preview,
        published,
        () -> {
          compiled.incrementAndGet();
          return snapshot(prices, offers);
        });
  }

  @Test
  void theSameBooksAreCompiledOnce() {
    PriceBook prices = prices();
    OfferBook offers = new OfferBook(List.of());
    CompiledSnapshot first = of(prices, offers, Optional.empty());
    assertSame(first, of(prices, offers, Optional.empty()));
    assertEquals(1, compiled.get());
    assertNotSame(first, of(prices, new OfferBook(List.of()), Optional.empty()));
    assertNotSame(first, of(prices(), offers, Optional.empty()));
    Optional<Snapshot> published = Optional.of(snapshot(prices, offers));
    assertNotSame(first, of(prices, offers, published));
    assertEquals(4, compiled.get());
    assertSame(first, of(prices, offers, Optional.empty()));
    of(prices(), offers, Optional.empty());
    assertNotSame(first, of(prices, offers, Optional.empty()));
  }
}
