package souk.offer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import souk.kernel.api.Snapshot;
import souk.model.Money;
import souk.model.Sku;
import souk.model.SnapshotId;
import souk.model.Spec;
import souk.offer.api.BookPrice;
import souk.offer.api.OfferBook;
import souk.offer.api.PriceBook;
import souk.offer.api.Quote;
import souk.offer.api.QuoteRequest;

/**
 * Snapshots are replaced while four tills quote. Price and discount tell which snapshot they came
 * from: snapshot n sells at 1000 + n and takes n % 50 + 1 percent off.
 */
class SnapshotSwapTest {
  private static final int SNAPSHOTS = 300;

  @Test
  void noQuoteMixesTwoSnapshotsAndNoneIsLost() throws Exception {
    Shop shop = Shop.standard().price("A", 1000, 100).publish("0");
    shop.logShare = 0;
    shop.publish(snapshot(shop, 0));
    DefaultOfferEngine engine = shop.engine();
    QuoteRequest request = new QuoteRequest(shop.cart("A", 1), Set.of(), Optional.empty());
    AtomicBoolean go = new AtomicBoolean(true);
    ExecutorService tills = Executors.newFixedThreadPool(4);
    try {
      List<Future<Integer>> counts = new ArrayList<>();
      for (int till = 0; till < 4; till++) {
        Callable<Integer> work = () -> quoteWhile(go, engine, request);
        counts.add(tills.submit(work));
      }
      for (int n = 1; n <= SNAPSHOTS; n++) {
        shop.publish(snapshot(shop, n));
        TimeUnit.MICROSECONDS.sleep(500);
      }
      go.set(false);
      int quotes = 0;
      for (Future<Integer> count : counts) {
        quotes += count.get();
      }
      assertTrue(quotes > SNAPSHOTS, "only " + quotes + " quotes");
      assertEquals(Integer.toString(SNAPSHOTS), engine.quote(request).snapshot().value());
    } finally {
      tills.shutdownNow();
    }
  }

  private static int quoteWhile(AtomicBoolean go, DefaultOfferEngine engine, QuoteRequest request) {
    int quotes = 0;
    while (go.get()) {
      Quote quote = engine.quote(request);
      long n = Long.parseLong(quote.snapshot().value());
      assertEquals(1000 + n, quote.gross().amountMinor());
      assertEquals("ten-" + n, quote.applied().get(0).offerId());
      long percent = n % 50 + 1;
      assertTrue(
          Math.abs(quote.discount().amountMinor() * 100 - quote.gross().amountMinor() * percent)
              <= 50);
      quotes++;
    }
    return quotes;
  }

  private static Snapshot snapshot(Shop shop, int n) {
    Spec effect = new Spec("percentage", Map.of("percent", n % 50 + 1));
    return Snapshot.builder(new SnapshotId(Integer.toString(n)), Shop.NOW)
        .part(
            PriceBook.class,
            new PriceBook(
                shop.currency,
                Map.of(
                    new Sku("A"),
                    new BookPrice(
                        Money.ofMinor(1000 + n, shop.currency),
                        Money.ofMinor(100, shop.currency)))))
        .part(OfferBook.class, new OfferBook(List.of(Shop.offer("ten-" + n, effect).build())))
        .build();
  }
}
