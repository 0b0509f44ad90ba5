package souk.offer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import souk.kernel.api.CallOptions;
import souk.kernel.api.Routed;
import souk.kernel.api.RoutingSession;
import souk.kernel.api.StrategyCall;
import souk.kernel.api.StrategyRef;
import souk.model.Cart;
import souk.model.Sku;
import souk.offer.api.PriceBook;
import souk.offer.spi.LinePricer;
import souk.testkit.DirectRouter;

/** A quote has one deadline, however many strategies it asks. */
class QuoteDeadlineTest {
  private static final Currency GBP = Currency.getInstance("GBP");
  private static final long SLEEP_MILLIS = 30;
  private final List<Long> deadlines = new ArrayList<>();
  private final DirectRouter router =
      new DirectRouter().add(LinePricer.class, "slow", QuoteDeadlineTest::slow);

  private static long[] slow(Cart cart, PriceBook prices) {
    for (long end = System.nanoTime() + SLEEP_MILLIS * 1_000_000; System.nanoTime() < end; ) {
      LockSupport.parkNanos(1_000_000);
    }
    return new long[] {-1};
  }

  /** Notes how long each call may take. */
  private final class Watched implements RoutingSession {
    private final RoutingSession session = router.open();

    @Override
    public <S, R> Routed<R> call(Class<S> role, CallOptions<R> options, StrategyCall<S, R> call) {
      deadlines.add(options.deadlineMillis());
      return session.call(role, options, call);
    }

    @Override
    public List<StrategyRef> served() {
      return session.served();
    }

    @Override
    public void close() {
      session.close();
    }
  }

  @Test
  void whatOneStrategyUsedUpTheNextDoesNotHave() {
    Cart cart = Cart.builder(GBP).line(new Sku("A"), 1).build();
    PriceBook prices = new PriceBook(GBP, Map.of());
    try (RoutingSession session = new Watched()) {
      QuoteCalls calls = new QuoteCalls(router, session, 50);
      for (int i = 0; i < 3; i++) {
        calls.unitPrices(cart, prices);
      }
    }
    assertEquals(3, deadlines.size());
    assertTrue(deadlines.get(0) <= 50, deadlines.toString());
    assertTrue(deadlines.get(1) <= 50 - SLEEP_MILLIS, deadlines.toString());
    assertEquals(2, deadlines.get(2), "a built-in fallback is still asked");
  }
}
