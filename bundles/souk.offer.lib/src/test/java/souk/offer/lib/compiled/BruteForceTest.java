package souk.offer.lib.compiled;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import souk.offer.lib.reference.PlainCart;
import souk.offer.lib.reference.PlainQuote;
import souk.offer.lib.reference.RandomShop;

/** The compiled form answers as the plain one that tries all sets, for both policies. */
class BruteForceTest {
  private static final int CARTS = Integer.getInteger("souk.offer.carts", 6_000);
  private static final int MOST_CANDIDATES = 9;

  @Test
  void everyAnswerIsThatOfTheReference() {
    SplittableRandom random = new SplittableRandom(71);
    Quoting quoting = new Quoting().stepLimit(Integer.MAX_VALUE);
    CartInput input = new CartInput();
    int compared = 0;
    int several = 0;
    while (compared < CARTS) {
      RandomShop shop =
          new RandomShop(random, 6, random.nextInt(1, 10), random.nextBoolean() ? 12 : 5_000);
      OfferSet set = shop.compiled();
      for (int i = 0; i < 20; i++) {
        PlainCart cart = shop.cart(4);
        PlainQuote plain = new PlainQuote(cart, shop.offers());
        if (plain.candidates() > MOST_CANDIDATES) {
          continue;
        }
        cart.into(input, i % 2 == 0 ? set : null);
        same(shop, cart, plain.best(), quoting.quote(set, input, Selector.BEST_FOR_CUSTOMER));
        several += quoting.result().appliedCount() > 1 ? 1 : 0;
        same(shop, cart, plain.byPriority(), quoting.quote(set, input, Selector.BY_PRIORITY));
        compared++;
      }
    }
    assertTrue(several > CARTS / 10, "only " + several + " carts with several offers");
  }

  private static void same(
      RandomShop shop, PlainCart cart, PlainQuote.Answer expected, QuoteResult result) {
    Supplier<String> where =
        () -> cart + "\n" + shop.offers().stream().map(Object::toString).collect(joining("\n"));
    List<String> ids = new ArrayList<>();
    List<Long> amounts = new ArrayList<>();
    for (int k = 0; k < result.appliedCount(); k++) {
      ids.add(result.appliedId(k));
      amounts.add(result.appliedMinor(k));
    }
    assertEquals(expected.ids(), ids, where);
    assertEquals(expected.amounts(), amounts, where);
    assertArrayEquals(expected.nets(), result.nets(), where);
    assertTrue(result.optimal());
  }
}
