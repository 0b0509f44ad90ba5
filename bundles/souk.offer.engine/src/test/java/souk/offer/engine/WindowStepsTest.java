package souk.offer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import souk.model.Spec;
import souk.offer.api.Quote;
import souk.offer.api.QuoteRequest;

/**
 * R14 through the whole engine: quotes within a millisecond of start and end of two offers, while
 * the machine's clock moves with each look at it, forwards and backwards. Both offers are given or
 * none, as the one instant that the quote names says, and what ended stays ended. The long form:
 * {@code -Dsouk.offer.windows=1000000}.
 */
class WindowStepsTest {
  private static final int QUOTES = Integer.getInteger("souk.offer.windows", 20_000);
  private static final int ROUND = 50;
  private static final long SEED = 20_261_122L;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private Instant machine = Instant.EPOCH;
  private SteadyClock steady = steady();

  /** Whoever looks at this clock twice sees two times. */
  private SteadyClock steady() {
    return new SteadyClock(clock(this::lookAndMove), Instant.EPOCH);
  }

  private Instant lookAndMove() {
    Instant seen = machine;
    machine =
        machine.plus(
            switch (random.nextInt(8)) {
              case 0 -> Duration.ofMinutes(random.nextInt(-60, 1));
              case 1 -> Duration.ofNanos(random.nextLong(-1_000_000, 1));
              default -> Duration.ofNanos(random.nextLong(0, 200_000));
            });
    return seen;
  }

  private static Clock clock(java.util.function.Supplier<Instant> now) {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now.get();
      }
    };
  }

  @Test
  void oneInstantDecidesAndWhatEndedStaysEnded() {
    Shop shop = Shop.standard().price("A", 1_000, 1);
    for (String id : List.of("article", "everything")) {
      Map<String, Object> scope =
          id.equals("article")
              ? Map.of("percent", 10, "skus", List.of("A"))
              : Map.of("percent", 10);
      shop.offer(Shop.offer(id, new Spec("percentage", scope)).stackingGroup(id).build());
    }
    shop.publish("S-1");
    DefaultOfferEngine engine =
        new DefaultOfferEngine(
            shop.router,
            shop,
            shop,
            new QuoteLog(shop, Pseudonyms.ofThisProcess(), 0),
            5_000,
            new Turnstile(0, 250),
            clock(() -> steady.instant()));
    QuoteRequest request = new QuoteRequest(shop.cart("A", 1), Set.of(), Optional.empty());
    int inside = 0;
    for (int n = 0; n < QUOTES; ) {
      Instant edge = random.nextBoolean() ? Shop.MARCH.from() : Shop.MARCH.until();
      machine = edge.plusNanos(random.nextLong(-1_000_000, 1_000_001));
      steady = steady();
      boolean ended = false;
      for (int k = 0; k < ROUND && n < QUOTES; k++, n++) {
        Quote quote = engine.quote(request);
        boolean holds = Shop.MARCH.contains(quote.at());
        String where = "quote " + n + " of seed " + SEED + " at " + quote.at();
        assertEquals(holds ? 2 : 0, quote.applied().size(), where);
        assertEquals(holds ? 800 : 1_000, quote.net().amountMinor(), where);
        assertFalse(ended && holds, where);
        ended |= !quote.at().isBefore(Shop.MARCH.until());
        inside += holds ? 1 : 0;
      }
    }
    assertFalse(inside < QUOTES / 4 || inside > 3 * QUOTES / 4, "inside the window: " + inside);
  }
}
