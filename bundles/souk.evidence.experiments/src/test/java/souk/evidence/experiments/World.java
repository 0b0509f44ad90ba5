package souk.evidence.experiments;

import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
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
import souk.demand.api.DemandModels;
import souk.demand.api.ItemResponse;
import souk.demand.api.ResponseModel;
import souk.evidence.effects.CupedDifference;
import souk.evidence.effects.DifferenceInMeans;
import souk.evidence.simulator.FittedMarket;
import souk.evidence.spi.EffectEvaluator;
import souk.evidence.spi.MarketSimulator;
import souk.kernel.api.Progress;
import souk.model.CustomerKey;
import souk.model.EvidenceLabel;
import souk.model.Frequency;
import souk.model.Interval;
import souk.model.Money;
import souk.model.Panel;
import souk.model.Provenance;
import souk.model.PurchaseLog;
import souk.model.Reason;
import souk.model.Series;
import souk.model.Sku;
import souk.model.TimeGrid;
import souk.offer.api.OfferBook;
import souk.offer.api.OfferEngine;
import souk.offer.api.PriceBook;
import souk.offer.api.Quote;
import souk.offer.api.QuoteRequest;
import souk.plan.api.LadderProblem;
import souk.plan.api.LadderSolution;
import souk.plan.api.Plan;
import souk.plan.api.PlanKind;
import souk.plan.api.PlanRequest;
import souk.plan.api.Plans;
import souk.plan.api.PriceLine;
import souk.plan.api.PromotionLine;
import souk.plan.api.PromotionType;
import souk.testkit.DirectRouter;
import souk.testkit.InMemoryDocuments;
import souk.testkit.PlainShopFront;

/**
 * A shop of 60 articles at 5.00 that cost 2.50, 200 customers and elasticity −3, with the real
 * strategies and services of this room around it. Plan P-1 lowers all prices to 4.50, P-2 gives
 * customers of segment {@code loyal} (half of all) 10 % off; what is published is set by the test.
 */
final class World {
  static final Currency GBP = Currency.getInstance("GBP");
  static final Instant NOW = Instant.parse("2024-01-01T00:00:00Z");
  static final LocalDate ORIGIN = LocalDate.of(2023, 1, 2);
  static final int WEEKS = 40;
  static final LocalDate UNTIL = ORIGIN.plusWeeks(WEEKS);
  static final int ITEMS = 60;
  static final int CUSTOMERS = 200;
  static final double ELASTICITY = -3;

  final InMemoryDocuments documents = new InMemoryDocuments(Clock.fixed(NOW, ZoneOffset.UTC));
  final Map<String, Long> priceMinor = new HashMap<>();
  final Map<String, List<SimulatedWeek>> simulated = new HashMap<>();
  final Map<String, Plan> plans = new HashMap<>();

  /** Audience tag that gets 10 % off, if any. */
  String discountTag = "";

  ResponseModel response = response("R-obs", EvidenceLabel.OBSERVED, ELASTICITY);
  DefaultExperiments experiments;
  DefaultSimulations simulations;

  World() {
    for (int i = 0; i < ITEMS; i++) {
      priceMinor.put("S" + i, 500L);
    }
    plans.put("P-1", pricePlan("P-1"));
    plans.put("P-2", promotionPlan("P-2"));
    restart();
  }

  /** New services over the same documents. */
  void restart() {
    DirectRouter router =
        new DirectRouter()
            .add(MarketSimulator.class, "fitted-market", market())
            .add(EffectEvaluator.class, "cuped-difference", new CupedDifference())
            .add(EffectEvaluator.class, "difference-in-means", new DifferenceInMeans());
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    experiments =
        new DefaultExperiments(
            router,
            plansService(),
            sales,
            segments,
            documents,
            new DefaultMetricCatalog(),
            new ExperimentsConfig(),
            clock);
    simulations =
        new DefaultSimulations(
            router,
            sales,
            costs(),
            models(),
            segments,
            documents,
            experiments,
            engine(),
            new SimulationsConfig(),
            clock);
  }

  private final PurchaseLog log;
  private final Panel weekly;

  {
    Random random = new Random(5);
    Panel.Builder panel = Panel.builder(new TimeGrid(ORIGIN, Frequency.WEEK));
    double[][] units = new double[ITEMS][WEEKS];
    List<int[]> rows = new ArrayList<>();
    for (int w = 0; w < WEEKS; w++) {
      for (int i = 0; i < ITEMS; i++) {
        for (int l = random.nextInt(4 + i / 3) + 2; l > 0; l--) {
          int customer = random.nextInt(6) == 0 ? -1 : random.nextInt(CUSTOMERS);
          rows.add(new int[] {customer, rows.size(), i, (int) ORIGIN.plusWeeks(w).toEpochDay()});
          units[i][w] += 2;
        }
      }
    }
    double[] price = new double[WEEKS];
    java.util.Arrays.fill(price, 5.0);
    for (int i = 0; i < ITEMS; i++) {
      panel.add(new Series("S" + i, 0, units[i]));
      panel.covariate("price", new Series("S" + i, 0, price));
    }
    weekly = panel.build();
    double[] quantity = new double[rows.size()];
    long[] amount = new long[rows.size()];
    java.util.Arrays.fill(quantity, 2);
    java.util.Arrays.fill(amount, 1000);
    log =
        new PurchaseLog(
            IntStream.range(0, CUSTOMERS).mapToObj(c -> new CustomerKey("C" + c)).toList(),
            IntStream.range(0, ITEMS).mapToObj(i -> new Sku("S" + i)).toList(),
            rows.stream().mapToInt(r -> r[0]).toArray(),
            rows.stream().mapToInt(r -> r[1]).toArray(),
            rows.stream().mapToInt(r -> r[2]).toArray(),
            rows.stream().mapToInt(r -> r[3]).toArray(),
            quantity,
            amount);
  }

  final SalesHistory sales =
      new SalesHistory() {
        @Override
        public Optional<SalesSummary> summary() {
          return Optional.of(
              new SalesSummary(
                  1, 1, CUSTOMERS, ITEMS, ORIGIN, UNTIL.minusDays(1), Money.zero(GBP)));
        }

        @Override
        public Optional<Currency> currency() {
          return Optional.of(GBP);
        }

        @Override
        public Panel weekly(SalesQuery query) {
          return query.includeSimulated() ? withSimulated() : weekly;
        }

        @Override
        public Panel daily(SalesQuery query) {
          throw new UnsupportedOperationException("not asked for");
        }

        @Override
        public PurchaseLog purchases(SalesQuery query) {
          return log;
        }

        @Override
        public List<Item> items(SalesQuery query) {
          return log.skus().stream()
              .map(s -> new Item(s, "", Optional.empty(), Optional.of(Money.ofMinor(500, GBP))))
              .toList();
        }

        @Override
        public Optional<Item> item(Sku sku) {
          return items(SalesQuery.all()).stream().filter(i -> i.sku().equals(sku)).findFirst();
        }

        @Override
        public void addSimulated(String runId, Collection<SimulatedWeek> weeks) {
          simulated.put(runId, List.copyOf(weeks));
        }
      };

  final Segments segments =
      new Segments() {
        @Override
        public SegmentationRun run(Optional<String> strategy, Progress progress) {
          throw new UnsupportedOperationException("not asked for");
        }

        @Override
        public Optional<SegmentationRun> latest() {
          Map<CustomerKey, String> members = new HashMap<>();
          log.customers().forEach(c -> members.put(c, segmentOf(c).orElseThrow()));
          Segmentation segmentation =
              new Segmentation(
                  List.of(), members, 1, Provenance.builder(NOW, "test", "1.0.0").build());
          return Optional.of(
              new SegmentationRun("s", "test@1.0.0", segmentation, Map.of(), Optional.empty()));
        }

        @Override
        public Optional<String> segmentOf(CustomerKey customer) {
          int number = Integer.parseInt(customer.value().substring(1));
          return Optional.of(number % 2 == 0 ? "loyal" : "other");
        }
      };

  private Panel withSimulated() {
    Map<String, Map<LocalDate, SimulatedWeek>> byArticle = new HashMap<>();
    LocalDate end = UNTIL;
    for (List<SimulatedWeek> weeks : simulated.values()) {
      for (SimulatedWeek w : weeks) {
        byArticle.computeIfAbsent(w.sku().value(), s -> new HashMap<>()).put(w.weekStart(), w);
        end = w.weekStart().plusWeeks(1).isAfter(end) ? w.weekStart().plusWeeks(1) : end;
      }
    }
    int length = (int) Frequency.WEEK.stepsBetween(ORIGIN, end);
    Panel.Builder panel = Panel.builder(weekly.grid());
    for (Series series : weekly.seriesList()) {
      double[] units = java.util.Arrays.copyOf(series.values(), length);
      double[] price = new double[length];
      java.util.Arrays.fill(price, 5.0);
      byArticle
          .getOrDefault(series.id(), Map.of())
          .forEach(
              (week, w) -> {
                int step = (int) Frequency.WEEK.stepsBetween(ORIGIN, week);
                units[step] = w.units();
                price[step] = w.meanPriceMinor() / 100;
              });
      panel.add(new Series(series.id(), 0, units));
      panel.covariate("price", new Series(series.id(), 0, price));
    }
    return panel.build();
  }

  static ResponseModel response(String id, EvidenceLabel label, double elasticity) {
    List<ItemResponse> items = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      items.add(
          new ItemResponse(
              new Sku("S" + i),
              elasticity,
              new Interval(elasticity - 0.1, elasticity + 0.1, 0.95),
              0,
              true,
              Optional.empty(),
              20,
              5.0,
              WEEKS,
              4));
    }
    return new ResponseModel(
        id, label, elasticity, 0, items, Provenance.builder(NOW, "test", "1.0.0").build());
  }

  static Plan pricePlan(String id) {
    List<PriceLine> lines = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      // The last ten articles keep their price.
      Money proposed = Money.ofMinor(i < ITEMS - 10 ? 450 : 500, GBP);
      lines.add(
          new PriceLine(
              new Sku("S" + i),
              "",
              Money.ofMinor(500, GBP),
              proposed,
              Money.ofMinor(250, GBP),
              true,
              10 + i,
              12 + i,
              Money.zero(GBP),
              Money.zero(GBP),
              new Interval(0, 0, 0.95),
              ELASTICITY,
              true,
              List.of(),
              List.of()));
    }
    return plan(id, PlanKind.PRICE).priceLines(lines).build();
  }

  static Plan promotionPlan(String id) {
    PromotionLine line =
        new PromotionLine(
            "L-1",
            "Ten off",
            PromotionType.PERCENTAGE,
            BigDecimal.TEN,
            Money.zero(GBP),
            Money.zero(GBP),
            "loyal",
            Set.of(),
            Money.zero(GBP),
            new Interval(0, 0, 0.95),
            Money.zero(GBP),
            List.of());
    return plan(id, PlanKind.PROMOTION).promotionLines(List.of(line)).build();
  }

  private static Plan.Builder plan(String id, PlanKind kind) {
    return Plan.builder(
        id, kind, Provenance.builder(NOW, "test", "1.0.0").build(), Money.zero(GBP));
  }

  private Plans plansService() {
    return new Plans() {
      @Override
      public Plan propose(PlanRequest request, Progress progress) {
        throw new UnsupportedOperationException("not asked for");
      }

      @Override
      public Optional<Plan> find(String planId) {
        return Optional.ofNullable(plans.get(planId));
      }

      @Override
      public List<Plan> list(int limit) {
        return List.copyOf(plans.values());
      }

      @Override
      public LadderSolution solve(LadderProblem problem, Progress progress) {
        throw new UnsupportedOperationException("not asked for");
      }
    };
  }

  private OfferEngine engine() {
    return new OfferEngine() {
      @Override
      public Quote quote(QuoteRequest request) {
        boolean off = new HashSet<>(request.audience()).contains(discountTag);
        return new PlainShopFront(priceMinor, cart -> off ? 0.10 : 0)
            .quote(request.cart(), request.at().orElseThrow());
      }

      @Override
      public List<Reason> validate(OfferBook offers, PriceBook prices) {
        return List.of();
      }
    };
  }

  private static Costs costs() {
    return new Costs() {
      @Override
      public UnitCost unitCost(Sku sku, Money reference) {
        return new UnitCost(reference.times(new BigDecimal("0.5")), true);
      }

      @Override
      public double assumedShare() {
        return 0.5;
      }
    };
  }

  private DemandModels models() {
    return new DemandModels() {
      @Override
      public ResponseModel fit(int items, boolean includeSimulated, Progress progress) {
        throw new UnsupportedOperationException("not asked for");
      }

      @Override
      public Optional<ResponseModel> latest() {
        return Optional.of(response);
      }
    };
  }

  static MarketSimulator market() {
    return new FittedMarket(new MarketConfig());
  }

  @SuppressWarnings("all")
  private static final class MarketConfig implements FittedMarket.Config {
    public int levelWeeks() {
      return 13;
    }

    public int historyWeeks() {
      return 52;
    }

    public double promotionLift() {
      return 0.1;
    }

    public double incidenceShare() {
      return 0.5;
    }

    public long truthSeed() {
      return 1;
    }

    public Class<? extends Annotation> annotationType() {
      return FittedMarket.Config.class;
    }
  }

  @SuppressWarnings("all")
  private static final class ExperimentsConfig implements DefaultExperiments.Config {
    public double intervalLevel() {
      return 0.95;
    }

    public long deadlineMillis() {
      return 10_000;
    }

    public Class<? extends Annotation> annotationType() {
      return DefaultExperiments.Config.class;
    }
  }

  @SuppressWarnings("all")
  private static final class SimulationsConfig implements DefaultSimulations.Config {
    public int weeksBeforeArticles() {
      return 13;
    }

    public int weeksBeforeCustomers() {
      return 26;
    }

    public long deadlineMillis() {
      return 60_000;
    }

    public Class<? extends Annotation> annotationType() {
      return DefaultSimulations.Config.class;
    }
  }
}
