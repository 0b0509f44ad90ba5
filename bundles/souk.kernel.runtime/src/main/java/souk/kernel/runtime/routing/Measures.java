package souk.kernel.runtime.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import souk.kernel.spi.MetricDescription;
import souk.kernel.spi.TrafficMetric;

/** Applies the metrics that are here to the two outcomes of one case. */
final class Measures {
  private static final Logger LOG = LoggerFactory.getLogger(Measures.class);

  /** One metric of one case on both sides. */
  record Pair(MetricDescription metric, double primary, double candidate) {}

  private final Supplier<List<TrafficMetric>> metrics;

  Measures(Supplier<List<TrafficMetric>> metrics) {
    this.metrics = metrics;
  }

  int count() {
    return metrics.get().size();
  }

  /** Metrics that apply to both outcomes; one that fails is left out and said so. */
  List<Pair> of(Object primary, Object candidate) {
    List<Pair> pairs = new ArrayList<>(2);
    for (TrafficMetric metric : metrics.get()) {
      try {
        OptionalDouble p = metric.measure(primary);
        OptionalDouble c = metric.measure(candidate);
        if (p.isPresent() && c.isPresent()) {
          pairs.add(new Pair(metric.description(), p.getAsDouble(), c.getAsDouble()));
        }
      } catch (RuntimeException e) {
        LOG.warn("Metric {} failed; the case is not measured.", metric.getClass().getName(), e);
      }
    }
    return pairs;
  }
}
