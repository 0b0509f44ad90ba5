package souk.evidence.experiments;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import souk.evidence.api.Metric;
import souk.evidence.api.MetricCatalog;

/** The metrics that experiments are judged by. */
@Component(service = MetricCatalog.class)
public final class DefaultMetricCatalog implements MetricCatalog {
  static final String PROFIT = "profit";
  static final String REVENUE = "revenue";
  static final String UNITS = "units";

  private static final List<Metric> METRICS =
      List.of(
          new Metric(
              PROFIT,
              "Profit",
              "paid by customers after offers − units × unit cost (known or assumed)",
              "weeks",
              "major currency units per unit of the experiment and week"),
          new Metric(
              REVENUE,
              "Revenue",
              "paid by customers after offers",
              "weeks",
              "major currency units per unit of the experiment and week"),
          new Metric(
              UNITS,
              "Units sold",
              "units sold, returns left out",
              "weeks",
              "units per unit of the experiment and week"));

  @Override
  public List<Metric> metrics() {
    return METRICS;
  }

  @Override
  public Optional<Metric> metric(String id) {
    return METRICS.stream().filter(m -> m.id().equals(id)).findFirst();
  }
}
