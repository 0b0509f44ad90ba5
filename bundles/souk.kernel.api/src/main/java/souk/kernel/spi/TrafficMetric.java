package souk.kernel.spi;

import java.util.OptionalDouble;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A business figure of an outcome, such as the margin of a quote, by which guardrails compare a
 * strategy on trial with the primary. Offered as a service by the room that owns the outcome. Safe
 * for use by many threads; deterministic.
 */
@ConsumerType
public interface TrafficMetric {
  /** Always the same for one service. */
  MetricDescription description();

  /**
   * Measures what a session was concluded with or, outside a session, what a call answered.
   *
   * @param outcome never null; of any type
   * @return a finite number in the unit of the description, or empty if this metric does not apply
   */
  OptionalDouble measure(Object outcome);
}
