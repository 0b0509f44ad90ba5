package souk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void showsPercentRateAndRemainingTime() {
    String line = new ProgressBar(out, true, "Loading").line(50, "1,000/s", 2500, "rows");
    assertTrue(line.contains("############............"), line);
    assertTrue(line.contains("50 %, 1,000/s, 3 s left  rows"), line);
  }

  @Test
  void saysNothingOfWhatItDoesNotKnow() {
    String line = new ProgressBar(out, true, "Loading").line(0, "", -1, "");
    assertFalse(line.contains("left") || line.contains("/s"), line);
  }

  @Test
  void rewritesOneLineOnATerminal() {
    ProgressBar bar = new ProgressBar(out, true, "Loading");
    bar.show(1, "", -1, "a");
    bar.show(2, "", -1, "b");
    bar.done("c");
    assertEquals(1, bytes.toString(StandardCharsets.UTF_8).chars().filter(c -> c == '\n').count());
  }

  @Test
  void printsALineForEachTenthElsewhere() {
    ProgressBar bar = new ProgressBar(out, false, "Loading");
    for (int percent = 0; percent <= 100; percent++) {
      bar.show(percent, "", -1, "");
    }
    assertEquals(11, bytes.toString(StandardCharsets.UTF_8).lines().count());
  }
}
