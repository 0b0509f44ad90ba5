package souk.offer.lib.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * An offer holds from its first instant until the last before its end, by one instant per quote.
 */
class WindowTest {
  private static final int QUOTES = Integer.getInteger("souk.offer.windows", 50_000);
  private static final Instant FROM = Instant.parse("2026-03-29T01:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-10-25T01:00:00Z");

  /** Half of the offers are found by their article, half are for every cart. */
  @Test
  void aMillisecondAroundStartAndEndDecides() {
    OfferSet set =
        OfferSet.builder()
            .article("A", 1_000, 1)
            .offer(offer("by-article", Scope.skus("A")).build())
            .offer(offer("for-all", Scope.all()).group("other").build())
            .build();
    SplittableRandom random = new SplittableRandom(91);
    Quoting quoting = new Quoting();
    CartInput cart = new CartInput().line("A", 1);
    for (int n = 0; n < QUOTES; n++) {
      Instant edge = random.nextBoolean() ? FROM : UNTIL;
      Instant at = edge.plusNanos(random.nextLong(-1_000_000, 1_000_001));
      boolean inside = !at.isBefore(FROM) && at.isBefore(UNTIL);
      QuoteResult result = quoting.quote(set, cart.at(at), Selector.BEST_FOR_CUSTOMER);
      assertEquals(inside ? 2 : 0, result.appliedCount(), at::toString);
      assertEquals(inside ? 800 : 1_000, result.netTotal());
      assertEquals(0, result.rejectedCount());
    }
  }

  /** The clock is put back: between two and three the hour comes twice, and counts twice. */
  @Test
  void theHourThatComesTwiceCountsTwice() {
    assertEquals(List.of(false, true, true, false), holds("2026-10-25T00:30:00Z"));
  }

  /** The clock is put forward: between one and two there is no such time on this day. */
  @Test
  void theHourThatIsLeftOutNeverComes() {
    ZoneId london = ZoneId.of("Europe/London");
    OfferSet set = clock(1 * 60, 2 * 60, london);
    Quoting quoting = new Quoting();
    int applied = 0;
    for (int minute = 0; minute < 180; minute++) {
      CartInput cart =
          new CartInput().line("A", 1).at(FROM.minusSeconds(3600).plusSeconds(60L * minute));
      applied += quoting.quote(set, cart, Selector.BEST_FOR_CUSTOMER).appliedCount();
    }
    assertEquals(0, applied);
  }

  @Test
  void aTimeThatPassesMidnightAndADayOfTheStore() {
    ZoneId shanghai = ZoneId.of("Asia/Shanghai");
    OfferSet night = clock(22 * 60, 2 * 60, shanghai);
    assertEquals(List.of(true, true, false), at(night, shanghai, "23:59", "01:59", "02:00"));
    OfferSet sunday =
        shop(ConditionForm.weekdays(Set.of(java.time.DayOfWeek.SUNDAY)), ZoneId.of("UTC"));
    CartInput cart = new CartInput().line("A", 1).at(Instant.parse("2026-03-28T17:00:00Z"));
    Quoting quoting = new Quoting();
    assertEquals(0, quoting.quote(sunday, cart, Selector.BEST_FOR_CUSTOMER).appliedCount());
    cart.zone(shanghai);
    assertEquals(1, quoting.quote(sunday, cart, Selector.BEST_FOR_CUSTOMER).appliedCount());
  }

  /** Whether an offer from one to two in London holds, at four instants, half an hour apart. */
  private static List<Boolean> holds(String first) {
    OfferSet set = clock(1 * 60, 2 * 60, ZoneId.of("Europe/London"));
    Quoting quoting = new Quoting();
    Instant start = Instant.parse(first);
    return List.of(-3600L, 0L, 3600L, 7200L).stream()
        .map(
            seconds -> {
              CartInput cart = new CartInput().line("A", 1).at(start.plusSeconds(seconds));
              return quoting.quote(set, cart, Selector.BEST_FOR_CUSTOMER).appliedCount() == 1;
            })
        .toList();
  }

  private static List<Boolean> at(OfferSet set, ZoneId zone, String... times) {
    Quoting quoting = new Quoting();
    return List.of(times).stream()
        .map(
            time -> {
              Instant at =
                  LocalDateTime.parse("2026-05-05T" + time + ":00").atZone(zone).toInstant();
              CartInput cart = new CartInput().line("A", 1).at(at);
              return quoting.quote(set, cart, Selector.BEST_FOR_CUSTOMER).appliedCount() == 1;
            })
        .toList();
  }

  private static OfferSet clock(int from, int until, ZoneId zone) {
    return shop(ConditionForm.timeOfDay(from, until), zone);
  }

  private static OfferSet shop(ConditionForm condition, ZoneId zone) {
    return OfferSet.builder()
        .zone(zone)
        .article("A", 1_000, 1)
        .offer(
            OfferForm.builder("o", EffectForm.percentage(Scope.all(), 10_000_000))
                .condition(condition)
                .build())
        .build();
  }

  private static OfferForm.Builder offer(String id, Scope scope) {
    return OfferForm.builder(id, EffectForm.percentage(scope, 10_000_000)).window(FROM, UNTIL);
  }
}
