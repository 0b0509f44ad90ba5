package souk.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrequencyTest {
  private static final LocalDate ORIGIN = LocalDate.of(2010, 11, 29);

  @ParameterizedTest
  @EnumSource(Frequency.class)
  void stepsAndDatesAreInverse(Frequency frequency) {
    LocalDate origin = LocalDate.of(2011, 1, 1);
    for (int step = -9; step <= 60; step++) {
      assertEquals(
          step, frequency.stepsBetween(origin, frequency.plus(origin, step)), "step " + step);
    }
  }

  @Test
  void aDayInsideAWeekBelongsToThatWeekAlsoBeforeTheOrigin() {
    assertEquals(0, Frequency.WEEK.stepsBetween(ORIGIN, ORIGIN.plusDays(6)));
    assertEquals(1, Frequency.WEEK.stepsBetween(ORIGIN, ORIGIN.plusDays(7)));
    assertEquals(-1, Frequency.WEEK.stepsBetween(ORIGIN, ORIGIN.minusDays(1)));
  }
}
