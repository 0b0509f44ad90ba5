package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import souk.kernel.spi.MetricDescription;
import souk.kernel.spi.TrafficMetric;

/** What every {@link TrafficMetric} must keep. Extend it; give the metric and an outcome for it. */
public abstract class TrafficMetricContract {
  /** The metric under test; may be a new one each time. */
  protected abstract TrafficMetric subject();

  /** Something that the metric measures, for example a quote. */
  protected abstract Object outcome();

  @Test
  protected void describesItselfAlwaysAlike() {
    TrafficMetric metric = subject();
    MetricDescription first = metric.description();
    MetricDescription again = metric.description();
    assertFalse(first.title().isBlank() || first.unit().isBlank(), "title and unit");
    assertEquals(first.id(), again.id());
    assertEquals(first.unit(), again.unit());
    assertEquals(first.higherIsBetter(), again.higherIsBetter());
  }

  @Test
  protected void measuresItsOutcomeAsAFiniteNumber() {
    OptionalDouble measured = subject().measure(outcome());
    assertTrue(measured.isPresent(), "the outcome is measured");
    assertTrue(Double.isFinite(measured.getAsDouble()), measured.toString());
  }

  @Test
  protected void doesNotApplyToWhatItDoesNotKnow() {
    for (Object other : List.of("text", 7, List.of(), new Object(), new int[0])) {
      assertEquals(OptionalDouble.empty(), subject().measure(other));
    }
  }

  @Test
  protected void sameOutcomeSameFigureFromEightThreads() {
    TrafficMetric shared = subject();
    Object outcome = outcome();
    OptionalDouble expected = shared.measure(outcome);
    IntStream.range(0, 8)
        .parallel()
        .mapToObj(i -> shared.measure(outcome))
        .toList()
        .forEach(answer -> assertEquals(expected, answer));
  }
}
