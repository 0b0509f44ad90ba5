package souk.demand.core;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import souk.data.api.SalesHistory;
import souk.demand.api.BacktestPlan;
import souk.demand.api.BacktestReport;
import souk.demand.api.Champion;
import souk.demand.api.DemandForecast;
import souk.demand.api.DemandForecasts;
import souk.demand.api.ForecastOptions;
import souk.demand.api.ForecastRequest;
import souk.demand.api.ForecasterInfo;
import souk.demand.api.Scenario;
import souk.demand.api.ScenarioComparison;
import souk.demand.api.ScenarioForecast;
import souk.demand.api.WhatIf;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.ForecasterProperties;
import souk.kernel.api.Progress;
import souk.model.Panel;
import souk.model.Reason;

/** Scenarios, all forecast by one strategy that uses covariates. */
@Component
public final class WhatIfForecasts implements WhatIf {
  private final DemandForecasts forecasts;
  private final SalesHistory sales;
  private final Clock clock;

  @Activate
  public WhatIfForecasts(@Reference DemandForecasts forecasts, @Reference SalesHistory sales) {
    this(forecasts, sales, Clock.systemUTC());
  }

  WhatIfForecasts(DemandForecasts forecasts, SalesHistory sales, Clock clock) {
    this.forecasts = forecasts;
    this.sales = sales;
    this.clock = clock;
  }

  @Override
  public ScenarioComparison compareLoaded(
      ForecastRequest request,
      List<Scenario> scenarios,
      ForecastOptions options,
      Progress progress) {
    Panel panel = LoadedPanel.of(sales, request, progress).priced();
    int season = Season.of(panel, request.horizonWeeks()).length();
    ForecastTask task =
        WarehouseRun.task(
            request.horizonWeeks(), season, WarehouseRun.LEVELS, request, clock.instant());
    return compare(panel, task, scenarios, options, progress);
  }

  @Override
  public ScenarioComparison compare(
      Panel history,
      ForecastTask task,
      List<Scenario> scenarios,
      ForecastOptions options,
      Progress progress) {
    if (scenarios.isEmpty()) {
      throw new IllegalArgumentException("A comparison needs at least 1 scenario, but got 0.");
    }
    ScenarioPanel panel = new ScenarioPanel(history, task.horizon());
    List<Panel> futures = scenarios.stream().map(panel::under).toList();
    List<Reason> reasons = new ArrayList<>();
    String strategy = strategy(panel.planned(), task, options, reasons, progress);
    if (!panel.continued().isEmpty()) {
      reasons.add(
          Reason.of(
              "forecast.scenario.continued",
              "Where the future of %s was not given, prices stay at their last value and flags are 0."
                  .formatted(panel.continued()),
              String.join(", ", panel.continued())));
    }
    ForecastOptions same =
        ForecastOptions.builder()
            .strategy(Optional.of(strategy))
            .calibrated(options.calibrated())
            .wholeNumbers(options.wholeNumbers())
            .holidays(options.holidays())
            .stockOuts(options.stockOuts())
            .build();
    List<ScenarioForecast> answers = new ArrayList<>();
    double first = 0;
    for (int i = 0; i < futures.size(); i++) {
      progress.report(i, futures.size(), "Scenario " + scenarios.get(i).name());
      DemandForecast forecast = forecasts.forecast(futures.get(i), task, same, progress);
      double total =
          forecast.seriesList().stream().mapToDouble(s -> Arrays.stream(s.mean()).sum()).sum();
      first = i == 0 ? total : first;
      double ratio = first == 0 ? (total == 0 ? 1 : total / 1e-9) : total / first;
      answers.add(
          new ScenarioForecast(scenarios.get(i).name(), forecast, total, total - first, ratio));
    }
    return new ScenarioComparison(strategy, answers, reasons);
  }

  /** The one asked for, or the best of those that use covariates. */
  private String strategy(
      Panel panel,
      ForecastTask task,
      ForecastOptions options,
      List<Reason> reasons,
      Progress progress) {
    List<String> able =
        forecasts.models().stream()
            .filter(model -> model.covariates().equals(ForecasterProperties.KNOWN))
            .map(ForecasterInfo::strategy)
            .distinct()
            .toList();
    Optional<String> asked = options.strategy();
    if (able.isEmpty() || asked.filter(id -> !able.contains(id)).isPresent()) {
      throw new IllegalArgumentException(
          "Scenarios need a strategy that uses covariates; %s was asked, %d do: %s."
              .formatted(asked.orElse("none"), able.size(), able));
    }
    if (asked.isPresent() || able.size() == 1) {
      reasons.add(
          Reason.of(
              "forecast.scenario.strategy",
              "%s forecasts all scenarios; %d strategies use covariates."
                  .formatted(asked.orElse(able.get(0)), able.size()),
              asked.orElse(able.get(0)),
              able.size()));
      return asked.orElse(able.get(0));
    }
    BacktestReport backtest =
        forecasts.backtest(
            panel,
            task,
            BacktestPlan.of(1, 1, Math.max(8, 2 * task.seasonLength())).comparing(able),
            progress);
    Champion champion = backtest.champions().get(0);
    reasons.add(
        Reason.of(
            "forecast.scenario.champion",
            String.format(
                Locale.ROOT,
                "%s forecasts all scenarios: the best of %d that use covariates. %s",
                champion.strategy(),
                able.size(),
                champion.reason().text()),
            champion.strategy(),
            able.size()));
    return champion.strategy();
  }
}
