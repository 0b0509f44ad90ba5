package souk.offer.lib.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Carts that keep texts and carts that keep the numbers of one set. */
class CartInputTest {
  private final Quoting quoting = new Quoting();

  @Test
  void aCartOfOneSetIsRefusedByAnother() {
    CartInput cart = new CartInput().clear(set()).line("A", 1);
    OfferSet other = set();
    assertTrue(refusal(other, cart).contains("another set"));
    assertEquals(90, quoting.quote(other, cart.clear().line("A", 1), Selector.BY_PRIORITY).net(0));
  }

  @Test
  void whatComesLastCountsWhicheverFormTheCartHas() {
    OfferSet set = set();
    for (OfferSet known : new OfferSet[] {null, set}) {
      CartInput cart = new CartInput().clear(known).line("A", 1);
      cart.store("closed").store("open").coupon(" now ").coupon("never");
      assertEquals(80, quoting.quote(set, cart, Selector.BY_PRIORITY).net(0));
      cart.store(null);
      assertEquals(90, quoting.quote(set, cart, Selector.BY_PRIORITY).net(0));
    }
  }

  @Test
  void anArticleWithoutAPriceIsNamedWhicheverFormTheCartHas() {
    OfferSet set = set();
    for (OfferSet known : new OfferSet[] {null, set}) {
      for (String sku : new String[] {"NAMED", "UNKNOWN"}) {
        CartInput cart = new CartInput().clear(known).line("A", 1).line(sku, 1);
        assertTrue(refusal(set, cart).contains("Article " + sku + " "));
      }
    }
  }

  private String refusal(OfferSet set, CartInput cart) {
    Executable quote = () -> quoting.quote(set, cart, Selector.BY_PRIORITY);
    return assertThrows(IllegalArgumentException.class, quote).getMessage();
  }

  private static OfferSet set() {
    Scope scope = Scope.skus("A", "NAMED");
    return OfferSet.builder()
        .article("A", 100, 1)
        .offer(
            OfferForm.builder("store", EffectForm.percentage(scope, 20_000_000))
                .condition(ConditionForm.store(Set.of("open"), Set.of("closed")))
                .condition(ConditionForm.coupon("NOW"))
                .priority(1)
                .build())
        .offer(OfferForm.builder("all", EffectForm.percentage(scope, 10_000_000)).build())
        .build();
  }
}
