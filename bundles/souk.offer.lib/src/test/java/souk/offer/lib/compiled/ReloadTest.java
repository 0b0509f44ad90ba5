package souk.offer.lib.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Ten thousand offers: only those that could match are looked at; the search says if it ended. */
class ReloadTest {
  @Test
  void tenThousandOffersThatCannotMatchAreNotLookedAt() {
    OfferSet.Builder builder = OfferSet.builder();
    for (int i = 0; i < 10_000; i++) {
      builder.article("S" + i, 1_000, 100, List.of("c" + i % 50), "b" + i % 30);
      EffectForm tenth = EffectForm.percentage(Scope.skus("S" + i), 10_000_000);
      builder.offer(OfferForm.builder("o" + i, tenth).build());
      builder.offer(
          OfferForm.builder("k" + i, EffectForm.amountOff(Scope.all(), 50, EffectForm.Per.ORDER))
              .condition(ConditionForm.coupon("CODE" + i))
              .build());
    }
    OfferSet set = builder.build();
    Quoting quoting = new Quoting();
    QuoteResult result =
        quoting.quote(
            set,
            new CartInput().line("S1", 1).line("S9999", 2).coupon(" code77 "),
            Selector.BEST_FOR_CUSTOMER);
    assertEquals(3, quoting.candidates());
    assertEquals(0 + 300, result.grossTotal() - result.netTotal());
    assertEquals("selection.better", result.rejectedCode(0));
  }

  /** What the cart has leads to a handful of offers, however many share a category or a code. */
  @Test
  void offersForOthersOnWhatTheCartHasAreNotLookedAt() {
    OfferSet.Builder builder = OfferSet.builder();
    for (int i = 0; i < 5_000; i++) {
      builder.article("S" + i, 1_000, 100, List.of("c"), null);
      EffectForm tenth = EffectForm.percentage(Scope.categories("c"), 10_000_000);
      builder.offer(
          OfferForm.builder("segment" + i, tenth)
              .condition(ConditionForm.audience(List.of("segment:" + i), List.of()))
              .build());
      EffectForm fifth = EffectForm.percentage(Scope.skus("S" + i), 20_000_000);
      builder.offer(
          OfferForm.builder("code" + i, fifth).condition(ConditionForm.coupon("ALL")).build());
    }
    for (int i = 1; i < Filing.HANDFUL; i++) {
      EffectForm tenth = EffectForm.percentage(Scope.skus("S1"), 10_000_000);
      builder.offer(
          OfferForm.builder("gold" + i, tenth)
              .condition(ConditionForm.audience(List.of("gold" + i), List.of()))
              .build());
    }
    OfferSet set = builder.build();
    Quoting quoting = new Quoting();
    CartInput cart = new CartInput().line("S1", 1).coupon("all").tag("segment:7");
    QuoteResult result = quoting.quote(set, cart, Selector.BEST_FOR_CUSTOMER);
    assertEquals(200, result.grossTotal() - result.netTotal());
    assertEquals(2, quoting.candidates());
    assertEquals(Filing.HANDFUL, result.rejectedCount(), "one was worse, others not for it");
  }

  @Test
  void aSearchThatEndsEarlySaysSoWithABound() {
    SplittableRandom random = new SplittableRandom(17);
    OfferSet.Builder builder = OfferSet.builder();
    CartInput cart = new CartInput();
    for (int i = 0; i < 12; i++) {
      builder.article("S" + i, 1_000, 100);
      cart.line("S" + i, 1);
    }
    for (int i = 0; i < 60; i++) {
      String[] skus = {"S" + random.nextInt(6), "S" + (6 + random.nextInt(6))};
      builder.offer(
          OfferForm.builder(
                  "o" + i,
                  EffectForm.percentage(Scope.skus(skus), random.nextLong(1, 60) * 1_000_000))
              .group("g" + i % 5)
              .net(i % 9 == 0)
              .build());
    }
    OfferSet set = builder.build();
    QuoteResult early = new Quoting().stepLimit(200).quote(set, cart, Selector.BEST_FOR_CUSTOMER);
    assertFalse(early.optimal());
    long off = early.grossTotal() - early.netTotal();
    assertTrue(off > 0 && early.bound() > off, off + " of " + early.bound());
  }
}
