package souk.demand.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import souk.data.api.Item;
import souk.data.api.SalesHistory;
import souk.data.api.SalesQuery;
import souk.data.api.SalesSummary;
import souk.data.api.SimulatedWeek;
import souk.data.api.SqlWork;
import souk.data.api.Warehouse;
import souk.demand.api.DemandForecast;
import souk.demand.api.SeriesForecast;
import souk.demand.lib.forecast.ForecastRefusal;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.ForecastResult;
import souk.demand.lib.forecast.SeriesForecaster;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.model.Frequency;
import souk.model.Panel;
import souk.model.Provenance;
import souk.model.PurchaseLog;
import souk.model.Refusal;
import souk.model.Series;
import souk.model.Sku;
import souk.model.TimeGrid;
import souk.testkit.Configured;

/** Small real parts that stand where other bundles stand at run time. */
final class SupportingCast {
  static final TimeGrid GRID = new TimeGrid(LocalDate.of(2024, 1, 1), Frequency.WEEK);
  static final Instant NOW = Instant.parse("2025-03-04T05:06:07.089Z");

  private SupportingCast() {}

  /** A strategy around a method of the library; refuses what the method refuses. */
  record Method(String id, SeriesForecaster method) implements Forecaster {
    @Override
    public Optional<Refusal> refuses(Panel history, ForecastTask task) {
      for (Series series : history.seriesList()) {
        if (answer(series, task) instanceof ForecastRefusal refusal) {
          return Optional.of(
              new Refusal(refusal.requirement(), series.id() + " has " + refusal.found()));
        }
      }
      return Optional.empty();
    }

    private ForecastResult answer(Series series, ForecastTask task) {
      return method.forecast(
          series.values(),
          new ForecastRequest(
              task.seasonLength(),
              task.horizon(),
              Arrays.stream(task.levels()).boxed().toList(),
              task.nonNegative(),
              task.seed()));
    }

    @Override
    public DemandForecast forecast(Panel history, ForecastTask task) {
      List<SeriesForecast> answers = new ArrayList<>();
      for (Series series : history.seriesList()) {
        var one = (souk.demand.lib.forecast.SeriesForecast) answer(series, task);
        answers.add(
            new SeriesForecast(
                series.id(), one.mean(), task.levels(), one.quantiles(), one.model(), List.of()));
      }
      return new DemandForecast(
          history.grid(), 0, answers, Provenance.builder(task.now(), id, "1.0.0").build());
    }
  }

  /** Sales that a test made up. */
  record Sales(Panel panel, PurchaseLog log, List<Item> articles) implements SalesHistory {
    Sales(Panel panel, PurchaseLog log) {
      this(panel, log, List.of());
    }

    @Override
    public Optional<SalesSummary> summary() {
      return Optional.empty();
    }

    @Override
    public Optional<Currency> currency() {
      return Optional.of(Currency.getInstance("GBP"));
    }

    @Override
    public Panel weekly(SalesQuery query) {
      List<Series> all = panel.seriesList();
      return Panels.of(panel, all.subList(0, Math.min(query.topItems(), all.size())));
    }

    @Override
    public Panel daily(SalesQuery query) {
      throw new UnsupportedOperationException("daily");
    }

    @Override
    public PurchaseLog purchases(SalesQuery query) {
      return log;
    }

    @Override
    public List<Item> items(SalesQuery query) {
      return articles;
    }

    @Override
    public Optional<Item> item(Sku sku) {
      return Optional.empty();
    }

    @Override
    public void addSimulated(String runId, Collection<SimulatedWeek> weeks) {
      throw new UnsupportedOperationException("addSimulated");
    }
  }

  static PurchaseLog noPurchases() {
    return new PurchaseLog(
        List.of(),
        List.of(),
        new int[0],
        new int[0],
        new int[0],
        new int[0],
        new double[0],
        new long[0]);
  }

  /** A table that takes everything and keeps nothing. */
  static ForecastTable noTable() {
    return new ForecastTable(
        new Warehouse() {
          @Override
          public <R> R read(SqlWork<R> work) {
            throw new UnsupportedOperationException("read");
          }

          @Override
          public <R> R write(SqlWork<R> work) {
            return null;
          }
        });
  }

  /** Configuration with small chunks, so that panels are split. */
  static WarehouseForecasts.Config forecastConfig() {
    return Configured.of(
        WarehouseForecasts.Config.class,
        Map.of("chunkSeries", 16, "callDeadlineSeconds", 60, "holidays", "GB"));
  }

  static WarehouseModels.Config modelConfig(double level) {
    return Configured.of(
        WarehouseModels.Config.class,
        Map.of("shrinkage", true, "intervalLevel", level, "callDeadlineSeconds", 60));
  }
}
