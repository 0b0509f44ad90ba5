package souk.demand.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import souk.data.api.SalesHistory;
import souk.demand.api.ResponseModel;
import souk.demand.spi.ElasticityEstimator;
import souk.demand.spi.EstimationTask;
import souk.kernel.spi.RoleProbe;
import souk.model.EvidenceLabel;
import souk.model.Frequency;
import souk.model.Panel;
import souk.model.Refusal;
import souk.model.Series;
import souk.model.TimeGrid;

/** Before an estimator serves: eight articles with a planted elasticity of −2 must look like it. */
@Component
public final class EstimatorProbe implements RoleProbe {
  private static final double LOWEST = -3;
  private static final double HIGHEST = -1;

  @Activate
  public EstimatorProbe() {}

  @Override
  public String role() {
    return ElasticityEstimator.class.getSimpleName();
  }

  @Override
  public Optional<String> probe(Object strategy) {
    if (!(strategy instanceof ElasticityEstimator estimator)) {
      return Optional.of("it is no ElasticityEstimator but a " + strategy.getClass().getName());
    }
    Panel panel = planted();
    EstimationTask task =
        new EstimationTask(SalesHistory.PRICE, true, 0.9, EvidenceLabel.OBSERVED, Instant.EPOCH);
    Optional<Refusal> refusal = estimator.refuses(panel, task);
    if (refusal.isPresent()) {
      return Optional.of("it refuses eight ordinary articles of 80 weeks: " + refusal.get());
    }
    ResponseModel model = estimator.estimate(panel, task);
    Optional<String> complaint = ModelCheck.complaint(model, panel);
    if (complaint.isEmpty()
        && !(model.pooledElasticity() > LOWEST && model.pooledElasticity() < HIGHEST)) {
      return Optional.of(
          "it finds a pooled elasticity of %s where -2 was planted"
              .formatted(model.pooledElasticity()));
    }
    return complaint;
  }

  private static Panel planted() {
    Panel.Builder builder = Panel.builder(new TimeGrid(LocalDate.of(2024, 1, 1), Frequency.WEEK));
    for (int i = 0; i < 8; i++) {
      double[] units = new double[80];
      double[] price = new double[80];
      for (int t = 0; t < units.length; t++) {
        price[t] = 5 + (t * 31 + i * 17) % 7 * 0.3;
        double noise = 0.1 * StrictMath.sin(t * 12.9898 + i * 78.233);
        units[t] = 1_000 * StrictMath.pow(price[t] / 5, -2) * StrictMath.exp(noise);
      }
      builder.add(new Series("probe-" + i, 0, units));
      builder.covariate(SalesHistory.PRICE, new Series("probe-" + i, 0, price));
    }
    return builder.build();
  }
}
