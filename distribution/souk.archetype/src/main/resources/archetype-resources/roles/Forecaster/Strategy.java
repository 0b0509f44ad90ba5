package ${package};

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import souk.demand.api.DemandForecast;
import souk.demand.api.SeriesForecast;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.model.Panel;
import souk.model.Provenance;
import souk.model.Refusal;
import souk.model.Series;

/** Forecasts the mean of the last steps, with the quantiles of those steps around it. */
@Component(
    property = {
      "souk.role=Forecaster",
      "souk.strategy=" + ${className}.ID,
      "souk.version=" + ${className}.VERSION,
      "souk.title=Mean of the last steps",
      "souk.family=mean"
    })
@Designate(ocd = ${className}.Config.class)
public final class ${className} implements Forecaster {
  static final String ID = "${artifactId}";
  static final String VERSION = "${version}";
  private static final int MOST_STEPS = 520;

  /** Settings, shown as a form in the web console. */
  @ObjectClassDefinition(name = "${artifactId}", description = "Mean of the last steps.")
  public @interface Config {
    @AttributeDefinition(
        name = "Window (steps)",
        description = "How many of the last steps are averaged, 1 to 520.",
        min = "1",
        max = "520")
    int windowSteps() default 8;
  }

  private final int windowSteps;

  @Activate
  public ${className}(Config config) {
    this(config.windowSteps());
  }

  ${className}(int windowSteps) {
    if (windowSteps < 1 || windowSteps > MOST_STEPS) {
      throw new IllegalArgumentException(
          "windowSteps must lie in [1, %d], but is %d.\nMaybe it was given in days."
              .formatted(MOST_STEPS, windowSteps));
    }
    this.windowSteps = windowSteps;
  }

  @Override
  public Optional<Refusal> refuses(Panel history, ForecastTask task) {
    for (Series series : history.seriesList()) {
      if (series.length() < windowSteps) {
        return Optional.of(
            new Refusal(
                "%d steps of history".formatted(windowSteps),
                "series %s has %d".formatted(series.id(), series.length())));
      }
    }
    return Optional.empty();
  }

  @Override
  public DemandForecast forecast(Panel history, ForecastTask task) {
    refuses(history, task)
        .ifPresent(
            refusal -> {
              throw new IllegalArgumentException(ID + " " + refusal + ".");
            });
    List<SeriesForecast> forecasts = new ArrayList<>();
    int firstStep = 0;
    for (Series series : history.seriesList()) {
      firstStep = Math.max(firstStep, series.untilStep());
      forecasts.add(forecast(series, task));
    }
    Provenance provenance =
        Provenance.builder(task.now(), ID, VERSION)
            .option("windowSteps", windowSteps)
            .seed(task.seed())
            .build();
    return new DemandForecast(history.grid(), firstStep, forecasts, provenance);
  }

  private SeriesForecast forecast(Series series, ForecastTask task) {
    double[] window =
        Arrays.copyOfRange(series.values(), series.length() - windowSteps, series.length());
    if (task.nonNegative()) {
      Arrays.setAll(window, i -> Math.max(0, window[i]));
    }
    double sum = 0;
    for (double value : window) {
      sum += value;
    }
    double[] mean = new double[task.horizon()];
    Arrays.fill(mean, sum / windowSteps);
    Arrays.sort(window);
    double[] levels = task.levels();
    double[][] quantiles = new double[levels.length][task.horizon()];
    for (int q = 0; q < levels.length; q++) {
      Arrays.fill(quantiles[q], window[(int) Math.floor(levels[q] * (windowSteps - 1))]);
    }
    return new SeriesForecast(series.id(), mean, levels, quantiles, "window mean", List.of());
  }
}
