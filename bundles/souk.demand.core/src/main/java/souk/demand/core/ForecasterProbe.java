package souk.demand.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.kernel.spi.RoleProbe;
import souk.model.Frequency;
import souk.model.Panel;
import souk.model.Refusal;
import souk.model.Series;
import souk.model.TimeGrid;

/** Before a forecaster serves: two ordinary series, judged like every answer. */
@Component
public final class ForecasterProbe implements RoleProbe {
  private static final double[] LEVELS = {0.1, 0.5, 0.9};

  @Activate
  public ForecasterProbe() {}

  @Override
  public String role() {
    return Forecaster.class.getSimpleName();
  }

  @Override
  public Optional<String> probe(Object strategy) {
    if (!(strategy instanceof Forecaster forecaster)) {
      return Optional.of("it is no Forecaster but a " + strategy.getClass().getName());
    }
    Panel.Builder builder = Panel.builder(new TimeGrid(LocalDate.of(2024, 1, 1), Frequency.WEEK));
    for (int i = 0; i < 2; i++) {
      double[] values = new double[60];
      for (int t = 0; t < values.length; t++) {
        values[t] = 40 + 10 * StrictMath.sin(t + i) + (t * 7 + i) % 5;
      }
      builder.add(new Series("probe-" + i, 0, values));
    }
    Panel panel = builder.build();
    ForecastTask task = new ForecastTask(4, 1, LEVELS, true, 1, Instant.EPOCH);
    Optional<Refusal> refusal = forecaster.refuses(panel, task);
    return refusal.isPresent()
        ? Optional.of("it refuses two ordinary series of 60 weeks: " + refusal.get())
        : ForecastCheck.complaint(forecaster.forecast(panel, task), panel, task);
  }
}
