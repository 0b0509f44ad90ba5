package souk.offer.lib.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Groups and sets for one price are given as long as each is worth more than the price, exactly:
 * whether a cent is rounded up or down does not end them early or late.
 */
class SetsThatSaveTest {
  private static final long ONE = 1_000_000;

  private static long taken(EffectForm effect, CartInput cart, long price) {
    OfferSet set =
        OfferSet.builder()
            .article("A", price, 0)
            .article("B", 1, 0)
            .offer(OfferForm.builder("o", effect).build())
            .build();
    QuoteResult result = new Quoting().quote(set, cart, Selector.BY_PRIORITY);
    return result.grossTotal() - result.netTotal();
  }

  /** 2.5 units of 4 minor units make 10; each whole unit is worth exactly 4. */
  @Test
  void aSetThatIsWorthItsPriceSavesNothing() {
    CartInput cart = new CartInput().line("A", 2 * ONE + ONE / 2, -1, -1);
    assertEquals(0, taken(EffectForm.mixAndMatch(Scope.all(), 1, 4, 9), cart, 4));
    assertEquals(2, taken(EffectForm.mixAndMatch(Scope.all(), 1, 3, 9), cart, 4));
  }

  /**
   * 7.4 units of 3 make 22 (22.2): a unit is worth 2.97, so seven for 2 each save 6.8, that is 7.
   */
  @Test
  void roundingDoesNotEndTheGroupsEarly() {
    CartInput cart = new CartInput().line("A", 7 * ONE + 400_000, -1, -1);
    assertEquals(21 - 14, taken(EffectForm.mixAndMatch(Scope.all(), 1, 2, 9), cart, 3));
  }

  @Test
  void setsOfTwoPartsToo() {
    CartInput cart =
        new CartInput().line("A", 7 * ONE + 400_000, -1, -1).line("B", 7 * ONE, -1, -1);
    List<EffectForm.Part> parts =
        List.of(new EffectForm.Part(Scope.skus("A"), 1), new EffectForm.Part(Scope.skus("B"), 1));
    assertEquals(28 - 21, taken(EffectForm.bundle(parts, 3, 9), cart, 3));
    assertEquals(0, taken(EffectForm.bundle(parts, 4, 9), cart, 3));
  }
}
