package souk.edge.shell.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import souk.edge.shell.metrics.PrometheusText.Type;

class PrometheusTextTest {
  private final PrometheusText text = new PrometheusText();

  @Test
  void oneHelpAndTypeLinePerMetricAndItsSamplesTogether() {
    text.sample(Type.COUNTER, "calls_total", "Calls.", 3, "role", "A");
    text.sample(Type.GAUGE, "age_seconds", "Age.", 1.5);
    text.sample(Type.COUNTER, "calls_total", "Calls.", 4, "role", "B");
    assertEquals(
        """
        # HELP calls_total Calls.
        # TYPE calls_total counter
        calls_total{role="A"} 3
        calls_total{role="B"} 4
        # HELP age_seconds Age.
        # TYPE age_seconds gauge
        age_seconds 1.5
        """,
        text.toString());
  }

  @Test
  void labelValuesAndHelpAreEscaped() {
    text.sample(Type.GAUGE, "g", "a\\b\nc", 1, "l", "say \"hi\" \\ \n end");
    assertTrue(text.toString().contains("# HELP g a\\\\b\\nc\n"));
    assertTrue(text.toString().contains("g{l=\"say \\\"hi\\\" \\\\ \\n end\"} 1\n"));
  }

  @Test
  void equalLabelsAreNotWrittenTwice() {
    text.sample(Type.GAUGE, "g", "h", 1, "l", "x");
    text.sample(Type.GAUGE, "g", "h", 2, "l", "x");
    assertEquals("# HELP g h\n# TYPE g gauge\ng{l=\"x\"} 2\n", text.toString());
  }

  @Test
  void counterNamesEndInTotalAndGaugeNamesDoNot() {
    assertThrows(IllegalArgumentException.class, () -> text.sample(Type.COUNTER, "calls", "h", 1));
    assertThrows(
        IllegalArgumentException.class, () -> text.sample(Type.GAUGE, "calls_total", "h", 1));
    assertThrows(IllegalArgumentException.class, () -> text.sample(Type.GAUGE, "a-b", "h", 1));
  }

  @Test
  void everyLineOfTheJvmFiguresIsWellFormed() {
    new JvmMetrics().write(text);
    String number = "(-?[0-9.]+(E-?[0-9]+)?|NaN|[+-]Inf)";
    for (String line : text.toString().split("\n")) {
      assertTrue(
          line.startsWith("# ")
              || line.matches("[a-z_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*})? " + number),
          line);
    }
    assertTrue(text.toString().contains("jvm_memory_used_bytes{area=\"heap\"}"));
  }
}
