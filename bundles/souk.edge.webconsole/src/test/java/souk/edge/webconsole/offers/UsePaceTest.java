package souk.edge.webconsole.offers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class UsePaceTest {
  private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");
  private final UsePace pace = new UsePace();

  private double sum() {
    return Arrays.stream(pace.perMinute("O")).sum();
  }

  @Test
  void whatIsUsedBetweenTwoLooksIsSpreadOverThem() {
    pace.look("O", 1_000, BEGIN);
    assertEquals(0, sum());
    pace.look("O", 1_090, BEGIN.plusSeconds(90));
    double[] minutes = pace.perMinute("O");
    assertEquals(60, minutes[UsePace.MINUTES - 2], 1e-9);
    assertEquals(30, minutes[UsePace.MINUTES - 1], 1e-9);
    pace.look("O", 1_120, BEGIN.plusSeconds(120));
    assertEquals(60, pace.perMinute("O")[UsePace.MINUTES - 2], 1e-9);
    assertEquals(120, sum(), 1e-9);
  }

  @Test
  void whatIsLongPastIsForgotten() {
    pace.look("O", 0, BEGIN);
    pace.look("O", 60, BEGIN.plusSeconds(60));
    pace.look("O", 60, BEGIN.plusSeconds(3 * 3_600));
    assertEquals(0, sum(), 1e-9);
    assertEquals(0, Arrays.stream(pace.perMinute("unknown")).sum());
  }

  /** Whatever the rhythm of looks: nothing is lost or counted twice within the half hour. */
  @Test
  void anyRhythmSumsUp() {
    java.util.SplittableRandom random = new java.util.SplittableRandom(7);
    for (int n = 0; n < 200; n++) {
      UsePace one = new UsePace();
      long orders = 0;
      long second = random.nextInt(100);
      one.look("O", 0, BEGIN.plusSeconds(second));
      long end = second + 28 * 60;
      while (second < end) {
        second = Math.min(end, second + random.nextInt(0, 200));
        orders += random.nextInt(50);
        one.look("O", orders, BEGIN.plusSeconds(second));
      }
      assertEquals(orders, Arrays.stream(one.perMinute("O")).sum(), 1e-6);
    }
  }
}
