package souk.offer.lib.compiled;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import souk.offer.lib.reference.PlainCart;
import souk.offer.lib.reference.PlainOffer;
import souk.offer.lib.reference.RandomShop;

/** Choosing in one pass says in everything what choosing among all candidates says. */
class PriorityPassTest {
  private static final int SHOPS = 400;

  /** So many offers are too many for rows of bits. */
  private static final int MANY = 257;

  @Test
  void onePassSaysWhatAllCandidatesSay() {
    SplittableRandom random = new SplittableRandom(613);
    Quoting inOnePass = new Quoting();
    Quoting amongAll = new Quoting();
    CartInput input = new CartInput();
    int left = 0;
    for (int n = 0; n < SHOPS; n++) {
      RandomShop shop = new RandomShop(random, 6, random.nextInt(1, 25), 5_000);
      OfferSet set = set(shop, n % 4 == 0);
      for (int i = 0; i < 20; i++) {
        PlainCart cart = shop.cart(6);
        cart.into(input, i % 2 == 0 ? set : null);
        inOnePass.quote(set, input, Selector.BY_PRIORITY);
        amongAll.evaluate(set, input, Uses.NONE, Foreign.NONE).choose(Selector.BY_PRIORITY);
        left += inOnePass.evaluation.rejections.later ? 1 : 0;
        assertArrayEquals(amongAll.result().nets(), inOnePass.result().nets(), cart::toString);
        assertEquals(applied(amongAll), applied(inOnePass), cart::toString);
        assertEquals(rejected(amongAll), rejected(inOnePass), cart::toString);
        assertEquals(amongAll.findings(), inOnePass.findings(), cart::toString);
        assertEquals(amongAll.candidates(), inOnePass.candidates());
      }
    }
    assertTrue(left > 2_000, "only " + left + " carts with offers left for later");
  }

  /** The offers that do not look at what others have left; many more that nobody finds. */
  private static OfferSet set(RandomShop shop, boolean large) {
    OfferSet.Builder set = shop.builder(independent(shop));
    for (int i = 0; large && i < MANY; i++) {
      set.offer(OfferForm.builder("~" + i, EffectForm.percentage(Scope.skus("~" + i), 10)).build());
    }
    OfferSet built = set.build();
    assertEquals(large, built.rows == null);
    return built;
  }

  /** Reasons may be asked for in any order, and by offer. */
  @Test
  void whatWasLeftForLaterIsKnownWhoeverAsksFirst() {
    OfferSet set =
        OfferSet.builder()
            .article("A", 1_000, 1)
            .offer(percent("first", 20_000_000).priority(2).build())
            .offer(percent("second", 10_000_000).build())
            .offer(
                OfferForm.builder("third", EffectForm.tiers(Scope.all(), array(5_000), array(100)))
                    .build())
            .build();
    Quoting quoting = new Quoting();
    CartInput cart = new CartInput().line("A", 1);
    QuoteResult result = quoting.quote(set, cart, Selector.BY_PRIORITY);
    assertTrue(quoting.evaluation.rejections.later);
    assertEquals(0, result.rival(1));
    assertEquals("selection.better", result.missOf(0).code());
    result = quoting.quote(set, cart, Selector.BY_PRIORITY);
    assertEquals(2, result.rejectedCount());
    assertEquals("threshold.near-miss", result.rejectedCode(1));
    assertTrue(result.nothingOff(1));
    assertEquals(-1, quoting.quote(set, cart, Selector.BY_PRIORITY).failedCondition(0));
  }

  private static OfferForm.Builder percent(String id, long millionths) {
    return OfferForm.builder(id, EffectForm.percentage(Scope.skus("A"), millionths));
  }

  private static long[] array(long only) {
    return new long[] {only};
  }

  /** Offers that do not look at what others have left. */
  private static List<PlainOffer> independent(RandomShop shop) {
    return shop.offers().stream()
        .filter(offer -> !offer.net())
        .filter(
            offer ->
                offer.conditions().stream()
                    .noneMatch(c -> c.kind() == PlainOffer.ConditionKind.NET_AMOUNT))
        .toList();
  }

  private static List<List<Object>> applied(Quoting quoting) {
    QuoteResult result = quoting.result();
    List<List<Object>> applied = new ArrayList<>();
    for (int k = 0; k < result.appliedCount(); k++) {
      List<Object> one =
          new ArrayList<>(
              List.of(
                  result.appliedId(k),
                  result.appliedMinor(k),
                  result.cutMinor(k),
                  result.budgetUsedUp(k)));
      for (int line = 0; line < result.lines(); line++) {
        one.add(result.share(k, line));
      }
      applied.add(one);
    }
    return applied;
  }

  private static TreeMap<Integer, List<Object>> rejected(Quoting quoting) {
    QuoteResult result = quoting.result();
    TreeMap<Integer, List<Object>> rejected = new TreeMap<>();
    for (int i = 0; i < result.rejectedCount(); i++) {
      int offer = result.rejected(i);
      rejected.put(
          offer,
          List.of(
              result.missOf(i),
              result.rejectedCode(i),
              result.failedCondition(i),
              result.nothingOff(i),
              result.rival(offer)));
    }
    assertEquals(result.rejectedCount(), rejected.size());
    return rejected;
  }
}
