package souk.plan.core;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import souk.customer.api.CustomerSegment;
import souk.customer.api.Segmentation;
import souk.customer.api.SegmentationRun;
import souk.customer.api.Segments;
import souk.data.api.Costs;
import souk.data.api.Item;
import souk.data.api.SalesHistory;
import souk.data.api.SalesQuery;
import souk.data.api.SalesSummary;
import souk.data.api.SimulatedWeek;
import souk.data.api.UnitCost;
import souk.demand.api.DemandForecast;
import souk.demand.api.DemandForecasts;
import souk.demand.api.DemandModels;
import souk.demand.api.ForecastRequest;
import souk.demand.api.ForecastRun;
import souk.demand.api.ItemResponse;
import souk.demand.api.ResponseModel;
import souk.demand.spi.ForecastTask;
import souk.kernel.api.Progress;
import souk.kernel.api.Snapshot;
import souk.kernel.api.Snapshots;
import souk.model.CustomerKey;
import souk.model.EvidenceLabel;
import souk.model.Interval;
import souk.model.Money;
import souk.model.Panel;
import souk.model.Provenance;
import souk.model.PurchaseLog;
import souk.model.Reason;
import souk.model.Sku;

/** A small shop with planted truth: articles, costs, response and customers are set by the test. */
final class Shop {
  static final Currency GBP = Currency.getInstance("GBP");
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-05T08:00:00Z"), ZoneOffset.UTC);
  static final Provenance PROVENANCE =
      Provenance.builder(CLOCK.instant(), "planted", "1.0.0").build();
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 1, 3);

  private final List<Item> items = new ArrayList<>();
  private final List<ItemResponse> responses = new ArrayList<>();
  private final Map<String, String> segmentByCustomer = new HashMap<>();
  private final List<Object[]> purchases = new ArrayList<>();
  Optional<Snapshot> snapshot = Optional.empty();
  boolean loaded = true;
  boolean responseFitted = true;
  boolean segmented = true;
  double assumedShare = 0.5;
  double pooledElasticity = -2;

  static Money pounds(long pence) {
    return Money.ofMinor(pence, GBP);
  }

  /** An article whose response is identified with a small error. */
  Shop article(String sku, long pence, double weeklyUnits, double elasticity) {
    items.add(
        new Item(new Sku(sku), "Article " + sku, Optional.empty(), Optional.of(pounds(pence))));
    responses.add(response(sku, pence, weeklyUnits, elasticity, true));
    return this;
  }

  Shop articleNotIdentified(String sku, long pence, double weeklyUnits) {
    items.add(
        new Item(new Sku(sku), "Article " + sku, Optional.empty(), Optional.of(pounds(pence))));
    responses.add(response(sku, pence, weeklyUnits, -2, false));
    return this;
  }

  Shop articleWithoutResponse(String sku, long pence) {
    items.add(
        new Item(new Sku(sku), "Article " + sku, Optional.empty(), Optional.of(pounds(pence))));
    return this;
  }

  Shop customer(String key, String segment) {
    segmentByCustomer.put(key, segment);
    return this;
  }

  Shop bought(String customer, int order, String sku, double units, long pence) {
    purchases.add(new Object[] {customer, order, sku, units, pence});
    return this;
  }

  private static ItemResponse response(
      String sku, long pence, double units, double elasticity, boolean identified) {
    return new ItemResponse(
        new Sku(sku),
        elasticity,
        new Interval(elasticity - 0.2, elasticity + 0.2, 0.95),
        0.1,
        identified,
        identified
            ? Optional.empty()
            : Optional.of(Reason.of("response.not-identified", "only one price was seen")),
        units,
        pence / 100.0,
        50,
        identified ? 6 : 1);
  }

  Sources sources() {
    return new Sources(sales(), costs(), models(), forecasts(), segments(), snapshots());
  }

  private SalesHistory sales() {
    return new SalesHistory() {
      @Override
      public Optional<SalesSummary> summary() {
        return loaded
            ? Optional.of(
                new SalesSummary(
                    9, 9, 9, items.size(), LAST_DAY.minusWeeks(50), LAST_DAY, pounds(1)))
            : Optional.empty();
      }

      @Override
      public Optional<Currency> currency() {
        return loaded ? Optional.of(GBP) : Optional.empty();
      }

      @Override
      public Panel weekly(SalesQuery query) {
        throw new UnsupportedOperationException("weekly");
      }

      @Override
      public Panel daily(SalesQuery query) {
        throw new UnsupportedOperationException("daily");
      }

      @Override
      public PurchaseLog purchases(SalesQuery query) {
        return log();
      }

      @Override
      public List<Item> items(SalesQuery query) {
        return items.stream().limit(query.topItems()).toList();
      }

      @Override
      public Optional<Item> item(Sku sku) {
        return items.stream().filter(i -> i.sku().equals(sku)).findFirst();
      }

      @Override
      public void addSimulated(String runId, Collection<SimulatedWeek> weeks) {
        throw new UnsupportedOperationException("addSimulated");
      }
    };
  }

  private PurchaseLog log() {
    List<CustomerKey> keys = segmentByCustomer.keySet().stream().map(CustomerKey::new).toList();
    List<Sku> skus = items.stream().map(Item::sku).toList();
    int rows = purchases.size();
    int[] customer = new int[rows];
    int[] order = new int[rows];
    int[] sku = new int[rows];
    double[] units = new double[rows];
    long[] amounts = new long[rows];
    for (int r = 0; r < rows; r++) {
      Object[] purchase = purchases.get(r);
      customer[r] = keys.indexOf(new CustomerKey((String) purchase[0]));
      order[r] = (Integer) purchase[1];
      sku[r] = skus.indexOf(new Sku((String) purchase[2]));
      units[r] = (Double) purchase[3];
      amounts[r] = (Long) purchase[4];
    }
    return new PurchaseLog(keys, skus, customer, order, sku, new int[rows], units, amounts);
  }

  private Costs costs() {
    return new Costs() {
      @Override
      public UnitCost unitCost(Sku sku, Money reference) {
        return new UnitCost(pounds((long) Math.rint(reference.amountMinor() * assumedShare)), true);
      }

      @Override
      public double assumedShare() {
        return assumedShare;
      }
    };
  }

  private DemandModels models() {
    return new DemandModels() {
      @Override
      public ResponseModel fit(int count, boolean includeSimulated, Progress progress) {
        throw new UnsupportedOperationException("fit");
      }

      @Override
      public Optional<ResponseModel> latest() {
        return responseFitted
            ? Optional.of(
                new ResponseModel(
                    "R-1", EvidenceLabel.OBSERVED, pooledElasticity, 0.3, responses, PROVENANCE))
            : Optional.empty();
      }
    };
  }

  private static DemandForecasts forecasts() {
    return new DemandForecasts() {
      @Override
      public ForecastRun run(ForecastRequest request, Progress progress) {
        throw new UnsupportedOperationException("run");
      }

      @Override
      public Optional<ForecastRun> latest() {
        return Optional.empty();
      }

      @Override
      public DemandForecast forecast(
          Panel history, ForecastTask task, Optional<String> strategy, Progress progress) {
        throw new UnsupportedOperationException("forecast");
      }
    };
  }

  private Segments segments() {
    return new Segments() {
      @Override
      public SegmentationRun run(Optional<String> strategy, Progress progress) {
        throw new UnsupportedOperationException("run");
      }

      @Override
      public Optional<SegmentationRun> latest() {
        return segmented ? Optional.of(segmentation()) : Optional.empty();
      }

      @Override
      public Optional<String> segmentOf(CustomerKey customer) {
        return Optional.ofNullable(segmentByCustomer.get(customer.value()));
      }
    };
  }

  private SegmentationRun segmentation() {
    Map<CustomerKey, String> memberships = new HashMap<>();
    segmentByCustomer.forEach((key, segment) -> memberships.put(new CustomerKey(key), segment));
    List<CustomerSegment> segmentList =
        segmentByCustomer.values().stream()
            .distinct()
            .sorted()
            .map(id -> new CustomerSegment(id, id, 1, pounds(1), 0.5, 3, 2, pounds(1), List.of()))
            .toList();
    return new SegmentationRun(
        "S-1",
        "planted@1.0.0",
        new Segmentation(segmentList, memberships, Double.NaN, PROVENANCE),
        Map.of(),
        Optional.empty());
  }

  Snapshots snapshots() {
    return new Snapshots() {
      @Override
      public Optional<Snapshot> current() {
        return snapshot;
      }

      @Override
      public Optional<Snapshot> publish(Snapshot next) {
        Optional<Snapshot> previous = snapshot;
        snapshot = Optional.of(next);
        return previous;
      }
    };
  }
}
