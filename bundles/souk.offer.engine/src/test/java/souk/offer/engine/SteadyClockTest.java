package souk.offer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import souk.kernel.api.Decision;
import souk.testkit.FakeClock;
import souk.testkit.RecordedDecisions;

class SteadyClockTest {
  private static final Instant END = Instant.parse("2026-10-25T01:00:00Z");

  @Test
  void anHourBackIsNoTimeAtAll() {
    FakeClock machine = FakeClock.at(END);
    SteadyClock clock = new SteadyClock(machine, Instant.EPOCH);
    assertEquals(END, clock.instant());
    machine.advance(Duration.ofHours(-1));
    assertFalse(clock.instant().isBefore(END));
    machine.advance(Duration.ofMinutes(59));
    assertFalse(clock.instant().isBefore(END));
    machine.advance(Duration.ofMinutes(2));
    assertEquals(END.plusSeconds(60), clock.instant());
  }

  @Test
  void aRestartDoesNotBringAnEndedOfferBack() {
    RecordedDecisions log = new RecordedDecisions();
    log.append(Decision.builder(log.newId(), "quote", END).build());
    SteadyClock clock = SteadyClock.after(FakeClock.at(END.minusSeconds(3_600)), log);
    assertFalse(clock.instant().isBefore(END));
  }

  @Test
  void aWrongYearIsCorrected() {
    FakeClock machine = FakeClock.at(END.plus(Duration.ofDays(3_650)));
    SteadyClock clock = new SteadyClock(machine, Instant.EPOCH);
    clock.instant();
    machine.advance(Duration.ofDays(-3_650));
    assertEquals(END, clock.instant());
  }

  /** R14, short form: steps of the clock around the end of a window, seed printed on failure. */
  @Test
  void onceEndedAlwaysEndedWhateverTheClockDoes() {
    long seed = 20_261_122L;
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      FakeClock machine = FakeClock.at(END.minusMillis(2));
      SteadyClock clock = new SteadyClock(machine, Instant.EPOCH);
      boolean ended = false;
      for (int step = 0; step < 50; step++) {
        Instant at = clock.instant();
        boolean now = !at.isBefore(END);
        assertFalse(ended && !now, "round " + round + " of seed " + seed + " at " + at);
        ended = now;
        machine.advance(
            random.nextInt(5) == 0
                ? Duration.ofMinutes(random.nextInt(60) - 60L)
                : Duration.ofNanos(random.nextInt(400_000)));
      }
    }
  }
}
