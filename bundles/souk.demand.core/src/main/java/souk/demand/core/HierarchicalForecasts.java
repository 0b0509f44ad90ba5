package souk.demand.core;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import souk.data.api.SalesHistory;
import souk.demand.api.CoherentForecast;
import souk.demand.api.CoherentTotal;
import souk.demand.api.DemandForecast;
import souk.demand.api.DemandForecasts;
import souk.demand.api.ForecastHierarchies;
import souk.demand.api.ForecastOptions;
import souk.demand.api.ForecastRequest;
import souk.demand.api.HierarchyPlan;
import souk.demand.api.SeriesForecast;
import souk.demand.spi.ForecastTask;
import souk.kernel.api.Progress;
import souk.model.Panel;
import souk.model.Reason;
import souk.model.Series;

/** Forecasts single series and their totals with the same options and makes them add up. */
@Component
public final class HierarchicalForecasts implements ForecastHierarchies {
  /** Beyond it the linear system of minimum trace takes minutes. */
  static final int MOST_TOTALS = 1_500;

  private static final String CATEGORY = "category";

  private final DemandForecasts forecasts;
  private final SalesHistory sales;
  private final Clock clock;

  @Activate
  public HierarchicalForecasts(
      @Reference DemandForecasts forecasts, @Reference SalesHistory sales) {
    this(forecasts, sales, Clock.systemUTC());
  }

  HierarchicalForecasts(DemandForecasts forecasts, SalesHistory sales, Clock clock) {
    this.forecasts = forecasts;
    this.sales = sales;
    this.clock = clock;
  }

  @Override
  public CoherentForecast forecastLoaded(
      ForecastRequest request,
      HierarchyPlan.Method method,
      ForecastOptions options,
      Progress progress) {
    LoadedPanel loaded = LoadedPanel.of(sales, request, progress);
    Map<String, Map<String, String>> attributes = new LinkedHashMap<>();
    for (Series series : loaded.panel().seriesList()) {
      attributes.put(
          series.id(), Map.of(CATEGORY, loaded.categories().getOrDefault(series.id(), "")));
    }
    List<List<String>> levels =
        loaded.categories().isEmpty() ? List.of(List.of()) : List.of(List.of(), List.of(CATEGORY));
    int season = Season.of(loaded.panel(), request.horizonWeeks()).length();
    return forecast(
        loaded.panel(),
        HierarchyPlan.of(method, levels, attributes),
        WarehouseRun.task(
            request.horizonWeeks(), season, WarehouseRun.LEVELS, request, clock.instant()),
        options,
        progress);
  }

  @Override
  public CoherentForecast forecast(
      Panel bottom,
      HierarchyPlan plan,
      ForecastTask task,
      ForecastOptions options,
      Progress progress) {
    if (bottom.seriesList().isEmpty()) {
      throw new IllegalArgumentException("A hierarchy needs at least 1 series, but got 0.");
    }
    Totals totals = new Totals(bottom, plan);
    int count = totals.all().size();
    if (plan.method() == HierarchyPlan.Method.MIN_TRACE && count > MOST_TOTALS) {
      throw new IllegalArgumentException(
          "There are %d totals, but minimum trace takes at most %d.%nMaybe leave a level out, or add up from the bottom."
              .formatted(count, MOST_TOTALS));
    }
    ForecastOptions fractions =
        ForecastOptions.builder()
            .strategy(options.strategy())
            .calibrated(options.calibrated())
            .holidays(options.holidays())
            .stockOuts(options.stockOuts())
            .build();
    DemandForecast single = forecasts.forecast(bottom, task, fractions, progress);
    DemandForecast sums = forecasts.forecast(totals.panel(), task, fractions, progress);
    List<SeriesForecast> all = new ArrayList<>(sums.seriesList());
    all.addAll(single.seriesList());
    Coherence coherence = new Coherence(totals.hierarchy(), totals.groups(), all);
    boolean whole = options.wholeNumbers();
    coherence.reconcile(plan.method(), task.nonNegative(), whole);
    List<SeriesForecast> inOrder = new ArrayList<>();
    for (int s = 0; s < bottom.seriesList().size(); s++) {
      inOrder.add(
          coherence.of(count + s, bottom.seriesList().get(s).id(), task.nonNegative(), whole));
    }
    List<CoherentTotal> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Totals.Total total = totals.all().get(i);
      List<String> members =
          Arrays.stream(total.members()).mapToObj(m -> bottom.seriesList().get(m).id()).toList();
      answers.add(
          new CoherentTotal(
              total.level(),
              total.key(),
              members,
              coherence.of(
                  i, String.join(" / ", total.key().values()), task.nonNegative(), whole)));
    }
    return new CoherentForecast(
        new DemandForecast(single.grid(), single.firstStep(), inOrder, single.provenance()),
        answers,
        coherence.largestGap(),
        List.of(reason(plan, count, inOrder.size(), coherence.largestGap())));
  }

  private static Reason reason(HierarchyPlan plan, int totals, int series, double gap) {
    if (plan.method() == HierarchyPlan.Method.BOTTOM_UP) {
      return Reason.of(
          "forecast.hierarchy.bottom-up",
          "%d totals are the sums of %d series.".formatted(totals, series),
          totals,
          series);
    }
    return Reason.of(
        "forecast.hierarchy.minimum-trace",
        String.format(
            Locale.ROOT,
            "%d totals and %d series were reconciled; a total was off its members by %.1f %% at most.",
            totals,
            series,
            100 * gap),
        totals,
        series,
        gap);
  }
}
