package souk.offer.lib.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import souk.offer.lib.reference.MoneyCheck;
import souk.offer.lib.reference.PlainCart;
import souk.offer.lib.reference.RandomShop;

/** Money on random carts: prices of a few yen, of cents and of fils. */
class MoneyTest {
  private static final int CARTS = Integer.getInteger("souk.offer.money", 60_000);
  private static final long[] MOST_MINOR = {30, 9_999, 2_000_000};

  @Tag("slow")
  @Test
  void sumsFloorsAndRefundsHold() {
    SplittableRandom random = new SplittableRandom(81);
    MoneyCheck check = new MoneyCheck();
    for (int n = 0; n < CARTS; ) {
      RandomShop shop = new RandomShop(random, 20, 24, MOST_MINOR[n % 3]);
      OfferSet set = shop.compiled();
      for (int i = 0; i < 200; i++, n++) {
        PlainCart cart = shop.cart(i % 40 == 0 ? 90 : 10);
        assertEquals(Optional.empty(), check.violation(set, cart, random), cart::toString);
      }
    }
  }

  @Test
  void oneOfferMoreNeverMakesACartDearer() {
    SplittableRandom random = new SplittableRandom(82);
    MoneyCheck check = new MoneyCheck();
    for (int n = 0; n < CARTS / 60; n++) {
      RandomShop shop = new RandomShop(random, 6, 10, MOST_MINOR[n % 3]);
      PlainCart cart = shop.cart(5);
      assertEquals(Optional.empty(), check.dearer(shop, cart), () -> cart + "\n" + shop.offers());
    }
  }
}
