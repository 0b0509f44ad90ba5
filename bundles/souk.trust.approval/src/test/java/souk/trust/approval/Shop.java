package souk.trust.approval;

import java.math.BigDecimal;
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
import java.util.Set;
import java.util.stream.Collectors;
import souk.data.api.Costs;
import souk.data.api.Documents;
import souk.data.api.Item;
import souk.data.api.SalesHistory;
import souk.data.api.SalesQuery;
import souk.data.api.SalesSummary;
import souk.data.api.SimulatedWeek;
import souk.data.api.UnitCost;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.DecisionLog;
import souk.kernel.api.Progress;
import souk.kernel.api.Snapshot;
import souk.kernel.api.Snapshots;
import souk.model.Interval;
import souk.model.Money;
import souk.model.Panel;
import souk.model.Provenance;
import souk.model.PurchaseLog;
import souk.model.Reason;
import souk.model.Sku;
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
import souk.testkit.RecordedDecisions;
import souk.trust.api.OfferChange;
import souk.trust.api.Violation;
import souk.trust.spi.PolicyGuard;

/** A shop of two articles around the publisher; parts can be made to fail. */
final class Shop {
  static final Currency GBP = Currency.getInstance("GBP");
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-05T08:00:00Z"), ZoneOffset.UTC);
  static final Sku TEA = new Sku("TEA");
  static final Sku MUG = new Sku("MUG");

  final Map<Sku, Long> listPrices = new HashMap<>(Map.of(TEA, 250L, MUG, 1_000L));
  final Map<String, Plan> plans = new HashMap<>();
  final InMemoryDocuments documents = new InMemoryDocuments(CLOCK);
  final RecordedDecisions decisions = new RecordedDecisions();
  final List<Violation> findings = new ArrayList<>();
  final List<Violation> changeFindings = new ArrayList<>();
  final List<AuditEntry> audit = new ArrayList<>();
  final Map<Sku, String> categories = new HashMap<>();
  SecondPerson secondPerson =
      new SecondPerson(
          new BigDecimal("0.50"), new BigDecimal("0.30"), new BigDecimal("10000"), false, false);
  OfferChange judged =
      OfferChange.builder("none", CLOCK.instant(), new PriceBook(GBP, Map.of())).build();
  final List<Reason> offerFindings = new ArrayList<>();
  Optional<Snapshot> snapshot = Optional.empty();
  boolean guarded = true;
  Terms terms = Terms.STANDARD;

  static Money pounds(long pence) {
    return Money.ofMinor(pence, GBP);
  }

  Plan pricePlan(String id, Sku sku, long from, long to) {
    Money zero = Money.zero(GBP);
    PriceLine line =
        new PriceLine(
            sku,
            sku.value(),
            pounds(from),
            pounds(to),
            pounds(from / 2),
            true,
            1,
            1,
            zero,
            zero,
            new Interval(0, 0, 0.95),
            -2,
            true,
            List.of(),
            List.of());
    Plan plan = builder(id, PlanKind.PRICE).priceLines(List.of(line)).build();
    plans.put(id, plan);
    return plan;
  }

  Plan promotionPlan(String id, LocalDate from) {
    PromotionLine line =
        new PromotionLine(
            "1",
            "Ten percent off tea",
            PromotionType.PERCENTAGE,
            BigDecimal.TEN,
            pounds(0),
            pounds(0),
            "high-value",
            Set.of(TEA),
            pounds(100),
            new Interval(0, 2, 0.95),
            pounds(50),
            List.of());
    Plan plan =
        builder(id, PlanKind.PROMOTION).period(from, 4).promotionLines(List.of(line)).build();
    plans.put(id, plan);
    return plan;
  }

  private static Plan.Builder builder(String id, PlanKind kind) {
    Provenance provenance = Provenance.builder(CLOCK.instant(), "planted", "1.0.0").build();
    return Plan.builder(id, kind, provenance, Money.zero(GBP));
  }

  Guards guards() {
    PolicyGuard guard =
        new PolicyGuard() {
          @Override
          public List<Violation> judge(Plan plan) {
            return List.copyOf(findings);
          }

          @Override
          public List<Violation> judgeOffers(OfferChange change) {
            judged = change;
            return List.copyOf(changeFindings);
          }
        };
    DirectRouter router = new DirectRouter();
    if (guarded) {
      router.add(PolicyGuard.class, "planted-guard", guard);
    }
    return new Guards(router, () -> router.strategies(PolicyGuard.class));
  }

  Reviews reviews(Documents docs) {
    return new Reviews(planService(), docs, guards(), CLOCK);
  }

  ApprovalService approvals() {
    return new ApprovalService(reviews(documents), decisions, CLOCK);
  }

  /** A publisher as after a start: what is in the journal is in force. */
  Publishing publisher() {
    return publisher(documents, snapshots(), decisions);
  }

  Publishing publisher(Documents docs, Snapshots target, DecisionLog log) {
    Served served = new Served(target);
    Publishing publishing =
        new Publishing(
            reviews(docs),
            new PriceBooks(sales(), costs()),
            new Publications(docs),
            served,
            new ShopFacts(() -> Optional.of(sales()), () -> terms),
            new OfferReviews(docs, new OfferHistory(docs), CLOCK),
            new OfferGuards(guards(), neighbours(), CLOCK),
            log,
            () -> Optional.of(engine()),
            CLOCK);
    publishing.restore();
    return publishing;
  }

  /** A desk as after a start. */
  Desk desk() {
    return desk(documents, snapshots(), decisions, CLOCK);
  }

  Desk desk(Documents docs, Snapshots target, DecisionLog log, Clock machine) {
    PublicationRestorer restorer = new PublicationRestorer(docs, target, machine);
    return desk(docs, restorer, log);
  }

  Desk desk(Documents docs, PublicationRestorer restorer, DecisionLog log) {
    return new Desk(
        new DeskSetup(
            docs,
            restorer.served(),
            guards(),
            neighbours(),
            () -> terms,
            secondPerson,
            log,
            audit::add,
            restorer.clock()));
  }

  Neighbours neighbours() {
    return new Neighbours() {
      @Override
      public Optional<OfferEngine> engine() {
        return Optional.of(Shop.this.engine());
      }

      @Override
      public Optional<Costs> costs() {
        return Optional.of(Shop.this.costs());
      }

      @Override
      public Optional<SalesHistory> sales() {
        return Optional.of(Shop.this.sales());
      }
    };
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

  long price(Sku sku) {
    return snapshot
        .orElseThrow()
        .part(PriceBook.class)
        .orElseThrow()
        .price(sku)
        .orElseThrow()
        .price()
        .amountMinor();
  }

  OfferBook offers() {
    return snapshot.orElseThrow().part(OfferBook.class).orElseThrow();
  }

  private OfferEngine engine() {
    return new OfferEngine() {
      @Override
      public Quote quote(QuoteRequest request) {
        throw new UnsupportedOperationException("quote");
      }

      @Override
      public List<Reason> validate(OfferBook offers, PriceBook prices) {
        return List.copyOf(offerFindings);
      }
    };
  }

  private Plans planService() {
    return new Plans() {
      @Override
      public Plan propose(PlanRequest request, Progress progress) {
        throw new UnsupportedOperationException("propose");
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
        throw new UnsupportedOperationException("solve");
      }
    };
  }

  private Costs costs() {
    return new Costs() {
      @Override
      public UnitCost unitCost(Sku sku, Money reference) {
        return new UnitCost(pounds(reference.amountMinor() / 2), true);
      }

      @Override
      public double assumedShare() {
        return 0.5;
      }
    };
  }

  private SalesHistory sales() {
    return new SalesHistory() {
      @Override
      public Optional<SalesSummary> summary() {
        return Optional.empty();
      }

      @Override
      public Optional<Currency> currency() {
        return listPrices.isEmpty() ? Optional.empty() : Optional.of(GBP);
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
        throw new UnsupportedOperationException("purchases");
      }

      @Override
      public List<Item> items(SalesQuery query) {
        return listPrices.entrySet().stream()
            .map(
                e ->
                    new Item(
                        e.getKey(),
                        e.getKey().value(),
                        Optional.ofNullable(categories.get(e.getKey())),
                        e.getValue() > 0 ? Optional.of(pounds(e.getValue())) : Optional.empty()))
            .collect(Collectors.toList());
      }

      @Override
      public Optional<Item> item(Sku sku) {
        return items(SalesQuery.all()).stream().filter(i -> i.sku().equals(sku)).findFirst();
      }

      @Override
      public void addSimulated(String runId, Collection<SimulatedWeek> weeks) {
        throw new UnsupportedOperationException("addSimulated");
      }
    };
  }
}
