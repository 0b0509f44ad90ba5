package souk.demand.pooled;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import souk.demand.api.DemandForecast;
import souk.demand.api.SeriesForecast;
import souk.demand.lib.pooled.PooledModel;
import souk.demand.lib.pooled.PooledOptions;
import souk.demand.lib.pooled.PooledPanel;
import souk.demand.lib.pooled.boost.Lanes;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.model.Panel;
import souk.model.Provenance;
import souk.model.Reason;
import souk.model.Refusal;
import souk.model.Series;

/** One model of boosted trees over all series of a panel. */
@Component(
    property = {
      "souk.role=Forecaster",
      "souk.strategy=pooled",
      "souk.version=" + PooledForecaster.VERSION,
      "souk.family=pooled-trees",
      "souk.title=Boosted trees over many series",
      "service.ranking:Integer=5"
    })
@Designate(ocd = PooledConfig.class)
public final class PooledForecaster implements Forecaster {
  static final String VERSION = "1.0.0";

  private final CovariateNames names;
  private final CalendarChoice calendar;
  private final PooledConfig config;

  @Activate
  public PooledForecaster(PooledConfig config) {
    this.config = config;
    this.names =
        new CovariateNames(
            config.price(),
            config.basePrice(),
            config.available(),
            config.product(),
            config.store(),
            config.category());
    this.calendar = new CalendarChoice(config.country(), config.paydays(), config.school());
  }

  @Override
  public Optional<Refusal> refuses(Panel history, ForecastTask task) {
    for (Series series : history.seriesList()) {
      boolean isKnown = history.covariate(names.product(), series.id()).isPresent();
      if (series.length() == 0 && !isKnown) {
        return Optional.of(
            new Refusal(
                "at least 1 observation, or the covariate " + names.product(),
                "series %s has 0".formatted(series.id())));
      }
      for (int t = 0; t < series.length(); t++) {
        if (series.value(t) < 0) {
          return Optional.of(
              new Refusal(
                  "units of at least 0",
                  "series %s has %s at position %d"
                      .formatted(series.id(), series.value(t), t + 1)));
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public DemandForecast forecast(Panel history, ForecastTask task) {
    refuses(history, task)
        .ifPresent(
            refusal -> {
              throw new IllegalArgumentException(
                  "Strategy pooled %s.%nMaybe refuses() was not asked first.".formatted(refusal));
            });
    Provenance.Builder provenance =
        Provenance.builder(task.now(), "pooled", VERSION)
            .option("seasonLength", task.seasonLength())
            .option("calendar", calendar)
            .seed(task.seed());
    if (history.seriesList().stream().allMatch(series -> series.length() == 0)) {
      return new DemandForecast(history.grid(), 0, List.of(), provenance.build());
    }
    PanelReader reader = new PanelReader(history, names, task);
    PooledPanel panel = reader.read(calendar, task);
    PooledModel model =
        PooledModel.fit(
            panel,
            PooledOptions.standard(task.horizon(), true, task.seed())
                .bounded(config.rows(), config.trees()),
            Lanes.ONE);
    List<Reason> notes = notes(reader, task);
    List<SeriesForecast> answers = new ArrayList<>();
    int firstStep = 0;
    for (int s = 0; s < panel.size(); s++) {
      Series series = history.seriesList().get(s);
      answers.add(one(model, s, series, reader, task, notes));
      firstStep = Math.max(firstStep, series.untilStep());
    }
    provenance.option("trees", model.trees());
    return new DemandForecast(history.grid(), firstStep, answers, provenance.build());
  }

  private static SeriesForecast one(
      PooledModel model,
      int s,
      Series series,
      PanelReader reader,
      ForecastTask task,
      List<Reason> notes) {
    double[] levels = task.levels();
    double[] mean = new double[task.horizon()];
    double[][] quantiles = new double[levels.length][task.horizon()];
    int end = reader.end(series);
    for (int h = 0; h < mean.length; h++) {
      double[] answer = model.forecastFrom(s, Math.max(0, end - 1), end + h, levels);
      mean[h] = answer[0] * reader.scale();
      for (int q = 0; q < levels.length; q++) {
        quantiles[q][h] = answer[q + 1] * reader.scale();
      }
    }
    return new SeriesForecast(
        series.id(), mean, levels, quantiles, "BoostedTrees(" + model.trees() + ")", notes);
  }

  private static List<Reason> notes(PanelReader reader, ForecastTask task) {
    List<Reason> notes = new ArrayList<>();
    if (!reader.unused().isEmpty()) {
      notes.add(
          Reason.of(
              "forecast.covariates-unused",
              "Strategy pooled does not use the covariates %s.".formatted(reader.unused()),
              "pooled",
              String.join(", ", reader.unused())));
    }
    List<String> assumed = reader.assumed(task);
    if (!assumed.isEmpty()) {
      notes.add(
          Reason.of(
              "forecast.drivers-assumed",
              "The future of %s is not given to the end: regular price and no promotion are assumed."
                  .formatted(assumed),
              String.join(", ", assumed)));
    }
    return notes;
  }
}
