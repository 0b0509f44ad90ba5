package souk.demand.pooled;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import souk.demand.api.DemandForecast;
import souk.demand.lib.pooled.PooledModel;
import souk.demand.lib.pooled.PooledOptions;
import souk.demand.lib.pooled.PooledPanel;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.kernel.api.Jobs;
import souk.kernel.api.Progress;
import souk.learn.api.ModelRegistry;
import souk.model.Panel;
import souk.model.Provenance;
import souk.model.Reason;
import souk.model.Refusal;
import souk.model.Series;
import souk.numeric.lib.boost.Lanes;

/** One model of boosted trees over all series of a panel. */
@Component(
    property = {
      "souk.role=Forecaster",
      "souk.strategy=" + PooledForecaster.STRATEGY,
      "souk.version=" + PooledForecaster.VERSION,
      "souk.family=pooled-trees",
      "souk.title=Boosted trees over many series",
      "souk.history.minimum:Integer=1",
      "souk.covariates=known",
      "souk.season.longest:Integer=0",
      "souk.panel.whole:Boolean=true",
      "service.ranking:Integer=5"
    })
@Designate(ocd = PooledConfig.class)
public final class PooledForecaster implements Forecaster {
  static final String STRATEGY = "pooled";
  static final String VERSION = "1.2.0";

  private static final double THOUSAND = 1_000;

  private final Jobs jobs;
  private final CovariateNames names;
  private final CalendarChoice calendar;
  private final PooledConfig config;
  private final ModelShelf shelf;

  /**
   * @param registry null where models are not kept
   */
  @Activate
  public PooledForecaster(
      @Reference Jobs jobs,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable ModelRegistry registry,
      PooledConfig config) {
    this.jobs = jobs;
    this.config = config;
    this.names = CovariateNames.of(config);
    this.calendar = new CalendarChoice(config.country(), config.paydays(), config.school());
    this.shelf =
        new ModelShelf(
            registry,
            new ModelShelf.Rule(config.refitSteps(), config.refitDrift(), config.versions()));
  }

  @Override
  public Optional<Refusal> refuses(Panel history, ForecastTask task) {
    long values = 0;
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
      values += series.length() + task.horizon();
    }
    return values > config.values() && history.seriesList().size() > 1
        ? Optional.of(
            new Refusal(
                "at most %d values at once".formatted(config.values()),
                "%d series have %d".formatted(history.seriesList().size(), values)))
        : Optional.empty();
  }

  @Override
  public DemandForecast forecast(Panel history, ForecastTask task) {
    return forecast(history, task, Progress.none());
  }

  @Override
  public DemandForecast forecast(Panel history, ForecastTask task, Progress progress) {
    refuses(history, task)
        .ifPresent(
            refusal -> {
              throw new IllegalArgumentException(
                  "Strategy pooled %s.%nMaybe refuses() was not asked first.".formatted(refusal));
            });
    Provenance.Builder provenance =
        Provenance.builder(task.now(), STRATEGY, VERSION)
            .option("seasonLength", task.seasonLength())
            .option("calendar", calendar)
            .seed(task.seed());
    if (history.seriesList().stream().allMatch(series -> series.length() == 0)) {
      return new DemandForecast(history.grid(), 0, List.of(), provenance.build());
    }
    PanelReader reader = new PanelReader(history, names, task);
    Lanes lanes = new KernelLanes(jobs, progress);
    ModelShelf.Taken taken = model(reader, task, lanes, progress);
    List<Reason> notes = new ArrayList<>(Answers.notes(reader, task));
    notes.addAll(taken.notes());
    taken.notes().forEach(note -> provenance.option(note.code(), note.text()));
    provenance.option("trees", taken.model().trees());
    int firstStep = history.seriesList().stream().mapToInt(Series::untilStep).reduce(0, Math::max);
    return new DemandForecast(
        history.grid(),
        firstStep,
        new Answers(taken.model(), reader, task, List.copyOf(notes)).of(history, lanes),
        provenance.build());
  }

  private ModelShelf.Taken model(
      PanelReader reader, ForecastTask task, Lanes lanes, Progress progress) {
    PooledPanel panel = reader.read(calendar);
    PooledOptions options =
        PooledOptions.standard(task.horizon(), true, task.seed())
            .bounded(config.rows(), config.trees());
    Map<String, String> told = reader.options(calendar, options);
    ModelShelf.Wish wish =
        new ModelShelf.Wish(
            panel,
            "demand.pooled." + PanelPrint.of(told.toString()),
            reader.columns()::dayOf,
            told);
    return shelf.take(
        wish,
        () ->
            PooledModel.fit(
                panel,
                options,
                lanes,
                share -> progress.report((long) (THOUSAND * share), (long) THOUSAND, "Learning")));
  }
}
