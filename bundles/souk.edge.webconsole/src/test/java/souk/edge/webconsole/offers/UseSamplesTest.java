package souk.edge.webconsole.offers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import souk.edge.webconsole.Tally;
import souk.model.Spec;
import souk.model.TimeRange;
import souk.offer.api.Offer;

class UseSamplesTest {
  private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");
  private final Tally tally = new Tally();
  private Instant now = BEGIN;
  private final UseSamples samples = new UseSamples(tally, tally, () -> now);

  private void publish(String id) {
    tally.published =
        List.of(
            Offer.builder(
                    id,
                    id,
                    new TimeRange(BEGIN, BEGIN.plusSeconds(86_400)),
                    new Spec("percentage", Map.of("percent", 10)))
                .build());
  }

  private void minute(long uses) {
    tally.orders += uses;
    now = now.plusSeconds(60);
    samples.look();
  }

  /** Five minutes in which nobody looks at the page are five counts, not one mean. */
  @Test
  void eachMinuteIsCountedThoughNobodyLooks() {
    publish("SPRING");
    samples.look();
    for (long uses : new long[] {3, 0, 50, 1, 7}) {
      minute(uses);
    }
    double[] pace = samples.pace().perMinute("SPRING");
    double[] last = Arrays.copyOfRange(pace, UsePace.MINUTES - 6, UsePace.MINUTES - 1);
    assertEquals("[3.0, 0.0, 50.0, 1.0, 7.0]", Arrays.toString(last));
    assertEquals(61, Arrays.stream(pace).sum(), 1e-9);
  }

  @Test
  void anOfferThatLeftTheBookIsForgottenAfterHalfAnHour() {
    publish("SPRING");
    samples.look();
    minute(9);
    publish("SUMMER");
    minute(0);
    assertEquals(9, Arrays.stream(samples.pace().perMinute("SPRING")).sum(), 1e-9);
    for (int i = 0; i < UsePace.MINUTES; i++) {
      minute(0);
    }
    assertEquals(0, Arrays.stream(samples.pace().perMinute("SPRING")).sum(), 1e-9);
  }

  @Test
  void withoutALedgerNothingIsCounted() {
    publish("SPRING");
    UseSamples none = new UseSamples(tally, null, () -> now);
    none.look();
    none.close();
    assertEquals(0, Arrays.stream(none.pace().perMinute("SPRING")).sum());
  }
}
