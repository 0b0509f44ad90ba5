package souk.demand.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import souk.data.api.SalesHistory;
import souk.demand.api.ItemResponse;
import souk.demand.api.ResponseModel;
import souk.demand.lib.response.ItemSlope;
import souk.demand.lib.response.PriceResponse;
import souk.demand.lib.response.ResponseFit;
import souk.demand.lib.response.ResponseItem;
import souk.demand.lib.response.ResponseOptions;
import souk.demand.spi.ElasticityEstimator;
import souk.demand.spi.EstimationTask;
import souk.kernel.api.Progress;
import souk.kernel.api.RoutingException;
import souk.model.EvidenceLabel;
import souk.model.Interval;
import souk.model.Panel;
import souk.model.Provenance;
import souk.model.PurchaseLog;
import souk.model.Reason;
import souk.model.Refusal;
import souk.model.Series;
import souk.model.Sku;
import souk.testkit.DirectRouter;
import souk.testkit.InMemoryDocuments;

/** Fits over planted order lines, some of them large lots at a lot discount. */
class WarehouseModelsTest {
  private static final Clock CLOCK = Clock.fixed(SupportingCast.NOW, ZoneOffset.UTC);
  private static final int WEEKS = 80;

  /** The library's estimator as a strategy. */
  static final class Plain implements ElasticityEstimator {
    @Override
    public Optional<Refusal> refuses(Panel panel, EstimationTask task) {
      return Optional.empty();
    }

    @Override
    public ResponseModel estimate(Panel panel, EstimationTask task) {
      List<ResponseItem> items = new ArrayList<>();
      for (Series series : panel.seriesList()) {
        Series price = panel.covariate(task.priceCovariate(), series.id()).orElseThrow();
        items.add(ResponseItem.series(series.id(), series.values(), price.values()));
      }
      ResponseFit fit =
          new PriceResponse(ResponseOptions.standard(task.shrinkage(), task.level())).fit(items);
      List<ItemResponse> responses = new ArrayList<>();
      for (ItemSlope slope : fit.items()) {
        responses.add(
            new ItemResponse(
                new Sku(slope.id()),
                slope.slope(),
                new Interval(slope.low(), slope.high(), task.level()),
                slope.standardError(),
                slope.isIdentified(),
                slope.doubt().map(doubt -> Reason.of(doubt.code(), doubt.text())),
                10,
                2,
                slope.rows(),
                slope.distinctPrices()));
      }
      return new ResponseModel(
          "x",
          task.label(),
          fit.pooledSlope(),
          fit.betweenItems(),
          responses,
          Provenance.builder(task.now(), "plain", "1.0.0").option("a", "b").build());
    }
  }

  /**
   * Articles whose shelf price moves now and then with elasticity −1.5, and whose weekly lots of
   * random size are sold at 15 % off.
   */
  private static SupportingCast.Sales sales() {
    SplittableRandom random = new SplittableRandom(5);
    int articles = 15;
    Panel.Builder builder = Panel.builder(SupportingCast.GRID);
    List<Sku> skus = new ArrayList<>();
    List<double[]> lines = new ArrayList<>();
    for (int i = 0; i < articles; i++) {
      skus.add(new Sku("s" + i));
      double[] units = new double[WEEKS];
      double[] mean = new double[WEEKS];
      double shelf = 4;
      for (int t = 0; t < WEEKS; t++) {
        if (random.nextInt(4) == 0) {
          shelf = 3 + random.nextInt(5) * 0.4;
        }
        int buyers =
            (int) Math.rint(60 * Math.pow(shelf / 4, -1.5) * (0.8 + 0.4 * random.nextDouble()));
        double revenue = 0;
        for (int b = 0; b < buyers; b++) {
          lines.add(new double[] {i, t, 1, shelf});
          units[t]++;
          revenue += shelf;
        }
        int lot = random.nextInt(3) == 0 ? random.nextInt(200) : 0;
        if (lot > 0) {
          lines.add(new double[] {i, t, lot, 0.85 * shelf});
          units[t] += lot;
          revenue += 0.85 * shelf * lot;
        }
        mean[t] = revenue / units[t];
      }
      builder.add(new Series("s" + i, 0, units));
      builder.covariate(SalesHistory.PRICE, new Series("s" + i, 0, mean));
    }
    int n = lines.size();
    int[] sku = new int[n];
    int[] day = new int[n];
    double[] quantity = new double[n];
    long[] amount = new long[n];
    for (int row = 0; row < n; row++) {
      double[] line = lines.get(row);
      sku[row] = (int) line[0];
      day[row] = (int) SupportingCast.GRID.dateOf((int) line[1]).toEpochDay() + row % 7;
      quantity[row] = line[2];
      amount[row] = Math.round(100 * line[2] * line[3]);
    }
    return new SupportingCast.Sales(
        builder.build(),
        new PurchaseLog(List.of(), skus, new int[n], new int[n], sku, day, quantity, amount));
  }

  private static WarehouseModels service(
      SupportingCast.Sales sales, InMemoryDocuments documents, double level) {
    return new WarehouseModels(
        sales,
        documents,
        new DirectRouter().add(ElasticityEstimator.class, "plain", new Plain()),
        SupportingCast.modelConfig(level),
        CLOCK);
  }

  @Test
  void lotDiscountsDoNotPassForPriceResponse() {
    InMemoryDocuments documents = new InMemoryDocuments(CLOCK);
    SupportingCast.Sales sales = sales();
    ResponseModel model = service(sales, documents, 0.9).fit(100, false, Progress.none());
    assertEquals(-1.5, model.pooledElasticity(), 0.35);
    List<ResponseItem> naive = new ArrayList<>();
    for (Series series : sales.panel().seriesList()) {
      Series mean = sales.panel().covariate(SalesHistory.PRICE, series.id()).orElseThrow();
      naive.add(ResponseItem.series(series.id(), series.values(), mean.values()));
    }
    double byMean = new PriceResponse(ResponseOptions.standard(true, 0.9)).fit(naive).pooledSlope();
    assertTrue(byMean < -2, "the mean price paid would have said " + byMean);
  }

  @Test
  void whatIsKeptIsWhatWasFitted() {
    InMemoryDocuments documents = new InMemoryDocuments(CLOCK);
    WarehouseModels service = service(sales(), documents, 0.9);
    assertTrue(service.latest().isEmpty());
    ResponseModel model = service.fit(10, true, Progress.none());
    assertEquals(EvidenceLabel.SIMULATED, model.label());
    assertEquals("response-model-20250304-050607-089", model.id());
    assertEquals(10, model.items().size());
    ResponseModel kept = service.latest().orElseThrow();
    assertEquals(model.items(), kept.items());
    assertEquals(model.label(), kept.label());
    assertEquals(model.pooledElasticity(), kept.pooledElasticity());
    assertEquals(model.provenance().options(), kept.provenance().options());
    assertEquals("plain", kept.provenance().strategy());
  }

  @Test
  void nothingLoadedAndImpossibleOptionsAreSaidSo() {
    InMemoryDocuments documents = new InMemoryDocuments(CLOCK);
    SupportingCast.Sales empty =
        new SupportingCast.Sales(
            Panel.builder(SupportingCast.GRID).build(), SupportingCast.noPurchases());
    WarehouseModels service = service(empty, documents, 0.9);
    assertThrows(IllegalStateException.class, () -> service.fit(5, false, Progress.none()));
    assertThrows(IllegalArgumentException.class, () -> service(empty, documents, 90));
  }

  @Test
  void anAnswerOfTheWrongShapeIsRefused() {
    InMemoryDocuments documents = new InMemoryDocuments(CLOCK);
    ElasticityEstimator forgetful =
        new ElasticityEstimator() {
          @Override
          public Optional<Refusal> refuses(Panel panel, EstimationTask task) {
            return Optional.empty();
          }

          @Override
          public ResponseModel estimate(Panel panel, EstimationTask task) {
            return new ResponseModel(
                "x",
                task.label(),
                -1,
                0,
                List.of(),
                Provenance.builder(task.now(), "forgetful", "1.0.0").build());
          }
        };
    WarehouseModels service =
        new WarehouseModels(
            sales(),
            documents,
            new DirectRouter().add(ElasticityEstimator.class, "forgetful", forgetful),
            SupportingCast.modelConfig(0.9),
            CLOCK);
    RoutingException error =
        assertThrows(RoutingException.class, () -> service.fit(9, false, Progress.none()));
    assertTrue(error.getMessage().contains("0 responses for 9 articles"), error.getMessage());
    assertTrue(documents.list(WarehouseModels.KIND, 5).isEmpty());
  }
}
