package souk.offer.lib.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import souk.offer.lib.compiled.CartInput;
import souk.offer.lib.compiled.QuoteResult;
import souk.offer.lib.compiled.Quoting;
import souk.offer.lib.compiled.Selector;

/**
 * Two units of S2 bought, two others free, the cheapest: at list prices these are S2 themselves, so
 * the offer holds once. After another offer on S0 those are the cheapest, and it holds twice: it
 * takes more off what is left than off the cart as it was.
 */
class GrowingOfferTest {
  @Test
  void anOfferThatGrowsWithDiscountsIsStillChosen() {
    RandomShop shop = new RandomShop(new SplittableRandom(1429491913765487788L), 6, 10, 2_000_000);
    PlainCart cart = shop.cart(5);
    Quoting quoting = new Quoting().stepLimit(Integer.MAX_VALUE);
    List<PlainOffer> some = new ArrayList<>();
    long most = 0;
    for (PlainOffer offer : shop.offers()) {
      some.add(offer);
      QuoteResult quote =
          quoting.quote(
              shop.compiled(some), cart.into(new CartInput()), Selector.BEST_FOR_CUSTOMER);
      long taken = quote.grossTotal() - quote.netTotal();
      assertEquals(new PlainQuote(cart, some).best().total(), taken, offer.id());
      assertTrue(taken >= most, offer.id() + " makes the cart dearer");
      most = taken;
    }
    assertEquals(7_523_940, most);
  }
}
