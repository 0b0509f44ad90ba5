package souk.offer.lib.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What is given away has a price, 0; what only an offer names has none. */
class ArticlePricesTest {
  private static final long ONE = 1_000_000;

  private static OfferSet set() {
    return OfferSet.builder()
        .article("FREE", 0, 0)
        .article("B", 500, 400)
        .offer(
            OfferForm.builder("o1", EffectForm.percentage(Scope.skus("NAMED"), 10_000_000)).build())
        .build();
  }

  @Test
  void anArticleGivenAwayCostsNothing() {
    CartInput cart = new CartInput().line("FREE", 3 * ONE, -1, -1).line("B", ONE, -1, -1);
    for (Selector selector : Selector.values()) {
      QuoteResult result = new Quoting().quote(set(), cart, selector);
      assertEquals(0, result.unitPrice(0), selector.name());
      assertEquals(0, result.net(0), selector.name());
      assertEquals(500, result.netTotal(), selector.name());
    }
  }

  @Test
  void anArticleThatOnlyAnOfferNamesIsRefused() {
    CartInput cart = new CartInput().line("NAMED", ONE, -1, -1);
    for (Selector selector : Selector.values()) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class, () -> new Quoting().quote(set(), cart, selector));
      assertTrue(String.valueOf(refused.getMessage()).startsWith("Article NAMED has no price."));
    }
  }
}
