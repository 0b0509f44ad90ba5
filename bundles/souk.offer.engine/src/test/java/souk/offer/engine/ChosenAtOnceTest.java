package souk.offer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import souk.model.Cart;
import souk.offer.api.Quote;
import souk.offer.api.QuoteRequest;
import souk.offer.spi.Choices;
import souk.offer.spi.Selection;
import souk.offer.spi.SelectionPolicy;
import souk.offer.spi.SelectionProblem;

/**
 * An engine that has chosen by priority before does so at once; it says what one says that was
 * never asked before, also when another policy is asked then.
 */
class ChosenAtOnceTest {
  private static final int SHOPS = 12;
  private static final int CARTS = 120;

  /** Whichever policy it is told to be. */
  private static final class Turning implements SelectionPolicy {
    private final List<SelectionPolicy> all =
        List.of(new ByPriority(), new BestForCustomer(), new Stranger(), new InTheDark());

    private SelectionPolicy now = all.get(0);

    @Override
    public Selection select(SelectionProblem problem) {
      return now.select(problem);
    }

    @Override
    public Selection choose(Choices choices) {
      return now.choose(choices);
    }
  }

  /** Looks at the problem only. */
  private static final class Stranger implements SelectionPolicy {
    @Override
    public Selection select(SelectionProblem problem) {
      return new ByPriority().select(problem);
    }
  }

  /** Asks the choices themselves. */
  private static final class InTheDark implements SelectionPolicy {
    @Override
    public Selection select(SelectionProblem problem) {
      return new BestForCustomer().select(problem);
    }

    @Override
    public Selection choose(Choices choices) {
      return new BestForCustomer()
          .choose(
              new Choices() {
                @Override
                public SelectionProblem problem() {
                  return choices.problem();
                }

                @Override
                public boolean dependent(int candidate) {
                  return choices.dependent(candidate);
                }

                @Override
                public boolean conflict(int first, int second) {
                  return choices.conflict(first, second);
                }

                @Override
                public int[] inOrder(int[] chosen) {
                  return choices.inOrder(chosen);
                }

                @Override
                public long valueMinor(int[] chosen) {
                  return choices.valueMinor(chosen);
                }

                @Override
                public long mostMinor(int candidate) {
                  return choices.mostMinor(candidate);
                }
              });
    }
  }

  @Tag("slow")
  @Test
  void whoChoseByPriorityBeforeSaysTheSame() {
    SplittableRandom random = new SplittableRandom(1_220);
    int applied = 0;
    for (int s = 0; s < SHOPS; s++) {
      Turning policy = new Turning();
      Shop shop = RandomCartsTest.randomShop("GBP", random, policy).publish("S-1");
      DefaultOfferEngine used = shop.engine();
      for (int n = 0; n < CARTS; n++) {
        Cart cart = RandomCartsTest.randomCart(shop, random);
        Set<String> audience = random.nextBoolean() ? Set.of("segment:a") : Set.of();
        QuoteRequest request = new QuoteRequest(cart, audience, Optional.empty());
        policy.now = policy.all.get(0);
        used.quote(request);
        policy.now = policy.all.get(random.nextInt(policy.all.size()));
        Quote again = used.quote(request);
        Quote first = shop.engine().quote(request);
        applied += first.applied().size();
        assertEquals(first.lines(), again.lines(), cart::toString);
        assertEquals(first.applied(), again.applied(), cart::toString);
        assertEquals(first.rejected(), again.rejected(), cart::toString);
        assertEquals(first.notes(), again.notes(), cart::toString);
        assertEquals(first.strategies(), again.strategies());
      }
    }
    assertTrue(applied > SHOPS * CARTS, "few offers applied: " + applied);
  }
}
