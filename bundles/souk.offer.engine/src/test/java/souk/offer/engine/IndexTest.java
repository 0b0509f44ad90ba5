package souk.offer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import souk.model.Spec;
import souk.offer.api.QuoteRequest;

/** Ten thousand offers that cannot match cost next to nothing. */
class IndexTest {
  @Test
  void onlyOffersThatCouldMatchAreLookedAt() {
    Shop shop = Shop.standard().price("A", 1000, 100);
    for (int i = 0; i < 10_000; i++) {
      shop.price("X" + i, 1000, 100);
      Map<String, Object> parameters = Map.of("percent", 10, "skus", List.of("X" + i));
      shop.offer(Shop.offer("X" + i, new Spec("percentage", parameters)).build());
      shop.offer(
          Shop.offer("T" + i, new Spec("percentage", Map.of("percent", 5)))
              .stackingGroup("audience")
              .conditions(List.of(new Spec("audience", Map.of("anyOf", List.of("segment:" + i)))))
              .build());
    }
    shop.publish("S-1");
    var plain = shop.quote(Set.of(), "A", 1);
    assertTrue(plain.applied().isEmpty() && plain.rejected().isEmpty());
    var matching = shop.quote(Set.of("segment:77"), "A", 1, "X5", 1);
    assertEquals(2, matching.applied().size());
    assertEquals(100 + 100, matching.discount().amountMinor());
  }

  @Test
  void aCartOfTenLinesTakesFarLessThanAMillisecond() {
    Shop shop = Shop.standard();
    Object[] cart = new Object[20];
    for (int i = 0; i < 10; i++) {
      shop.price("S" + i, 1000 + i, 100);
      cart[2 * i] = "S" + i;
      cart[2 * i + 1] = 1 + i % 3;
      Map<String, Object> parameters = Map.of("percent", 5 + i, "skus", List.of("S" + i));
      shop.offer(Shop.offer("O" + i, new Spec("percentage", parameters)).build());
    }
    shop.logShare = 0;
    DefaultOfferEngine engine = shop.publish("S-1").engine();
    QuoteRequest request = new QuoteRequest(shop.cart(cart), Set.of(), Optional.empty());
    long[] nanos = new long[20_000];
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      engine.quote(request);
      nanos[i] = System.nanoTime() - start;
    }
    long median =
        java.util.Arrays.stream(nanos).skip(10_000).sorted().skip(5_000).findFirst().getAsLong();
    System.out.printf(
        "median of a cart of 10 lines with 10 offers: %.1f microseconds%n", median / 1e3);
    assertTrue(median < 1_000_000, "median " + median + " ns");
  }
}
