package souk.offer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import souk.kernel.api.CallOptions;
import souk.kernel.api.Routed;
import souk.kernel.api.RoutingSession;
import souk.kernel.api.SessionWork;
import souk.kernel.api.StrategyCall;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.StrategyRouter;
import souk.model.Cart;
import souk.model.Spec;
import souk.offer.api.Quote;
import souk.offer.api.QuoteRequest;
import souk.offer.spi.Choices;
import souk.offer.spi.LinePricer;
import souk.offer.spi.Selection;
import souk.offer.spi.SelectionPolicy;
import souk.offer.spi.SelectionProblem;

/** A quote may be begun twice: the first time in a thread that does not come back in time. */
class SecondBeginningTest {
  private static final int SHOPS = 4;
  private static final int CARTS = 25;

  /** Says the same as the built-in one, but goes on looking when it has been left. */
  private static final class Late implements SelectionPolicy {
    private final AtomicInteger looks = new AtomicInteger();
    private volatile CountDownLatch asked = new CountDownLatch(1);
    private volatile boolean left;

    @Override
    public Selection select(SelectionProblem problem) {
      return new BestForCustomer().select(problem);
    }

    @Override
    public Selection choose(Choices choices) {
      int candidates = choices.problem().candidates().size();
      asked.countDown();
      while (!left) {
        for (int i = 0; i < candidates; i++) {
          choices.mostMinor(i);
          choices.valueMinor(new int[] {i});
          looks.incrementAndGet();
        }
      }
      return Selection.of();
    }
  }

  /** Begins each work in a thread of its own, where the selection is late, and then again. */
  private static final class Twice implements StrategyRouter {
    private final StrategyRouter router;
    private final Late late;

    Twice(StrategyRouter router, Late late) {
      this.router = router;
      this.late = late;
    }

    @Override
    public <S, R> Routed<R> call(Class<S> role, CallOptions<R> options, StrategyCall<S, R> call) {
      return router.call(role, options, call);
    }

    @Override
    public List<StrategyRef> strategies(Class<?> role) {
      return router.strategies(role);
    }

    @Override
    public RoutingSession open() {
      RoutingSession session = router.open();
      return new RoutingSession() {
        @Override
        public <S, R> Routed<R> call(
            Class<S> role, CallOptions<R> options, StrategyCall<S, R> call) {
          return session.call(role, options, call);
        }

        @Override
        public <O> O workOut(long millis, List<Class<?>> roles, SessionWork<O> work) {
          assertEquals(List.of(LinePricer.class, SelectionPolicy.class), roles);
          late.left = false;
          late.asked = new CountDownLatch(1);
          Thread first = new Thread(() -> leave(session, work));
          first.start();
          await(late.asked);
          try {
            return work.with(session);
          } finally {
            late.left = true;
            join(first);
          }
        }

        @Override
        public List<StrategyRef> served() {
          return session.served();
        }

        @Override
        public void close() {
          session.close();
        }
      };
    }

    private <O> void leave(RoutingSession session, SessionWork<O> work) {
      try {
        work.with(
            new RoutingSession() {
              @Override
              public <S, R> Routed<R> call(
                  Class<S> role, CallOptions<R> options, StrategyCall<S, R> call) {
                if (role != SelectionPolicy.class) {
                  return session.call(role, options, call);
                }
                try {
                  call.apply(role.cast(late));
                } catch (Exception e) {
                  throw new AssertionError(e);
                }
                throw new IllegalStateException("left");
              }

              @Override
              public List<StrategyRef> served() {
                return session.served();
              }

              @Override
              public void close() {}
            });
      } catch (IllegalStateException expected) {
        assertEquals("left", expected.getMessage());
      } finally {
        late.asked.countDown();
      }
    }
  }

  @Test
  void theSecondBeginningSaysWhatOneAloneWouldSay() {
    SplittableRandom random = new SplittableRandom(75);
    Late late = new Late();
    int applied = 0;
    for (int s = 0; s < SHOPS; s++) {
      Shop shop = RandomCartsTest.randomShop("GBP", random, new BestForCustomer()).publish("S-1");
      DefaultOfferEngine twice =
          new DefaultOfferEngine(
              new Twice(shop.router, late),
              shop,
              shop,
              new QuoteLog(shop, Pseudonyms.ofThisProcess(), 1),
              50,
              new Turnstile(0, 250),
              Clock.fixed(Shop.NOW, ZoneOffset.UTC));
      DefaultOfferEngine once = shop.engine();
      for (int n = 0; n < CARTS; n++) {
        Cart cart = RandomCartsTest.randomCart(shop, random);
        QuoteRequest request = new QuoteRequest(cart, Set.of(), Optional.empty());
        Quote expected = once.quote(request);
        shop.decisions.clear();
        Quote quote = twice.quote(request);
        applied += quote.applied().size();
        assertEquals(1, shop.decisions.size());
        assertEquals(expected.lines(), quote.lines(), cart::toString);
        assertEquals(expected.applied(), quote.applied(), cart::toString);
        assertEquals(expected.rejected(), quote.rejected(), cart::toString);
        assertEquals(expected.strategies(), quote.strategies());
      }
    }
    assertTrue(applied > SHOPS, "few offers applied: " + applied);
    assertTrue(late.looks.get() > 0, "nobody looked");
  }

  /** Looks at the candidates where the stack is full, and says nothing of it. */
  private static final class Diver implements SelectionPolicy {
    @Override
    public Selection select(SelectionProblem problem) {
      return Selection.of();
    }

    @Override
    public Selection choose(Choices choices) {
      dive(choices);
      return Selection.of();
    }

    private int dive(Choices choices) {
      try {
        return dive(choices) + 1;
      } catch (StackOverflowError full) {
        return choices.problem().candidates().size();
      }
    }
  }

  @Test
  void whoBreaksOffALookIsNotHeard() {
    Shop shop = new Shop("GBP").price("A", 1000, 100);
    shop.router.add(LinePricer.class, "price-book", new PriceBookPricer());
    shop.router.add(SelectionPolicy.class, "diver", new Diver());
    shop.router.add(SelectionPolicy.class, "best-for-customer", new BestForCustomer());
    Map<String, Object> half = Map.of("percent", 50, "skus", List.of("A"));
    shop.offer(Shop.offer("half", new Spec("percentage", half)).build()).publish("S-1");
    Quote quote = shop.quote(Set.of(), "A", 1);
    assertEquals(500, quote.net().amountMinor());
    List<String> codes = new ArrayList<>();
    quote.notes().forEach(note -> codes.add(note.code()));
    assertEquals(List.of("quote.fallback"), codes);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
