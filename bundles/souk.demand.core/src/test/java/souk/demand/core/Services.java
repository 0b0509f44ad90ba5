package souk.demand.core;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import souk.data.api.Documents;
import souk.data.api.Item;
import souk.demand.api.DemandForecast;
import souk.demand.api.ForecasterInfo;
import souk.demand.api.SeriesForecast;
import souk.demand.core.SupportingCast.Sales;
import souk.demand.spi.ForecastTask;
import souk.demand.spi.Forecaster;
import souk.model.Panel;
import souk.model.Provenance;
import souk.model.Refusal;
import souk.model.Series;
import souk.model.Sku;
import souk.testkit.DirectRouter;
import souk.testkit.InMemoryDocuments;
import souk.testkit.SerialJobs;

/** The services over planted sales. */
final class Services {
  /** Every look is a second later, so that no two runs have one id. */
  static final Clock CLOCK =
      new Clock() {
        private final AtomicLong seconds = new AtomicLong();

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return SupportingCast.NOW.plusSeconds(seconds.getAndIncrement());
        }
      };

  private Services() {}

  static InMemoryDocuments documents() {
    return new InMemoryDocuments(CLOCK);
  }

  static WarehouseForecasts forecasts(
      Sales sales, Documents documents, DirectRouter router, ForecasterCatalog catalog) {
    return new WarehouseForecasts(
        sales,
        documents,
        router,
        new SerialJobs(),
        catalog,
        SupportingCast.noTable(),
        SupportingCast.forecastConfig(),
        CLOCK);
  }

  static WarehouseForecasts forecasts(DirectRouter router) {
    return forecasts(sales(panel()), documents(), router, new ForecasterCatalog());
  }

  static Panel panel(Series... series) {
    Panel.Builder builder = Panel.builder(SupportingCast.GRID);
    for (Series one : series) {
      builder.add(one);
    }
    return builder.build();
  }

  static Sales sales(Panel panel, String... categories) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < categories.length; i++) {
      items.add(
          new Item(
              new Sku(panel.seriesList().get(i).id()),
              "",
              Optional.of(categories[i]),
              Optional.empty()));
    }
    return new Sales(panel, SupportingCast.noPurchases(), items);
  }

  static ForecasterInfo knowing(String strategy) {
    return new ForecasterInfo(strategy, "1.0.0", strategy, "test", 1, "known", 0, false);
  }

  /** Answers with what a function of the history says, plus or minus one. */
  record Simple(String id, UnaryOperator<double[]> mean) implements Forecaster {
    @Override
    public Optional<Refusal> refuses(Panel history, ForecastTask task) {
      return Optional.empty();
    }

    @Override
    public DemandForecast forecast(Panel history, ForecastTask task) {
      List<SeriesForecast> answers = new ArrayList<>();
      for (Series series : history.seriesList()) {
        double[] means = new double[task.horizon()];
        double[] said = mean.apply(series.values());
        for (int h = 0; h < means.length; h++) {
          means[h] = said[h % said.length];
        }
        answers.add(answer(series.id(), means, task));
      }
      return new DemandForecast(
          history.grid(), 0, answers, Provenance.builder(task.now(), id, "1.0.0").build());
    }
  }

  static SeriesForecast answer(String id, double[] means, ForecastTask task) {
    double[] levels = task.levels();
    double[][] quantiles = new double[levels.length][means.length];
    for (int q = 0; q < levels.length; q++) {
      for (int h = 0; h < means.length; h++) {
        quantiles[q][h] = Math.max(0, means[h] + 2 * (levels[q] - 0.5));
      }
    }
    return new SeriesForecast(id, means, levels, quantiles, "simple", List.of());
  }
}
