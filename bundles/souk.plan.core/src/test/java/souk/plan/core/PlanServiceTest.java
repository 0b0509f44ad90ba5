package souk.plan.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import souk.kernel.api.Progress;
import souk.kernel.api.Snapshot;
import souk.model.Money;
import souk.model.Sku;
import souk.model.SnapshotId;
import souk.model.WaterfallStep;
import souk.offer.api.BookPrice;
import souk.offer.api.PriceBook;
import souk.plan.api.InfeasibleException;
import souk.plan.api.LadderItem;
import souk.plan.api.LadderProblem;
import souk.plan.api.LadderSolution;
import souk.plan.api.LadderStep;
import souk.plan.api.Plan;
import souk.plan.api.PlanKind;
import souk.plan.api.PlanRequest;
import souk.plan.api.PriceLine;
import souk.plan.api.PromotionLine;
import souk.plan.api.PromotionType;
import souk.plan.spi.PriceOptimizer;
import souk.plan.spi.PromotionPlanner;
import souk.testkit.DirectRouter;
import souk.testkit.InMemoryDocuments;
import souk.testkit.RecordedDecisions;

class PlanServiceTest {
  private final Shop shop =
      new Shop()
          .article("INELASTIC", 250, 100, -0.5)
          .article("ELASTIC", 1999, 40, -4)
          .articleNotIdentified("UNKNOWN", 495, 20)
          .articleWithoutResponse("NEW", 800);
  private final RecordedDecisions decisions = new RecordedDecisions();
  private final InMemoryDocuments documents = new InMemoryDocuments(Shop.CLOCK);

  private PlanService service(PriceOptimizer... optimizers) {
    DirectRouter router = new DirectRouter();
    for (PriceOptimizer optimizer : optimizers) {
      router.add(PriceOptimizer.class, "optimizer-" + optimizer.hashCode(), optimizer);
    }
    router.add(PromotionPlanner.class, "all", new BestSteps.AllPromotions());
    return new PlanService(
        shop.sources(),
        new Strategies(router, 10_000),
        documents,
        decisions,
        Shop.CLOCK,
        new PlanOptions(15, 13, 0.7, 0));
  }

  private static PlanRequest prices() {
    return PlanRequest.builder(PlanKind.PRICE, Shop.pounds(1_000_000)).build();
  }

  private static PriceLine line(Plan plan, String sku) {
    return plan.priceLines().stream()
        .filter(l -> l.sku().equals(new Sku(sku)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void inelasticArticlesGoUpElasticOnesDownAndUnknownOnesStay() {
    Plan plan = service(new BestSteps()).propose(prices(), Progress.none());
    assertEquals(285, line(plan, "INELASTIC").proposed().amountMinor());
    assertTrue(line(plan, "ELASTIC").proposed().amountMinor() < 1999);
    assertFalse(line(plan, "UNKNOWN").changed());
    assertFalse(line(plan, "UNKNOWN").identified());
    assertTrue(line(plan, "UNKNOWN").reasons().get(0).text().contains("only one price was seen"));
    assertFalse(line(plan, "NEW").changed());
    assertEquals("price.kept.no-response", line(plan, "NEW").reasons().get(0).code());
  }

  @Test
  void figuresAddUpToThePenny() {
    Plan plan = service(new BestSteps()).propose(prices(), Progress.none());
    Money sum = Money.zero(Shop.GBP);
    for (PriceLine line : plan.priceLines()) {
      Money waterfall =
          line.waterfall().stream()
              .map(WaterfallStep::amount)
              .reduce(Money.zero(Shop.GBP), Money::plus);
      assertEquals(line.profitThen(), waterfall, line.sku().value());
      double change = line.profitThen().minus(line.profitNow()).toDecimal().doubleValue();
      assertTrue(
          !line.changed() || line.profitChange().contains(change), line.sku() + " " + change);
      sum = sum.plus(line.profitThen());
    }
    assertEquals(sum, plan.objective());
    assertTrue(plan.objective().compareTo(plan.baseline()) > 0);
    assertTrue(plan.bound().compareTo(plan.objective()) >= 0);
    assertEquals(12_500, line(plan, "INELASTIC").profitNow().amountMinor());
  }

  @Test
  void limitsHoldAndAssumedCostsAreSaid() {
    Plan plan = service(new BestSteps()).propose(prices(), Progress.none());
    for (PriceLine line : plan.priceLines()) {
      double relative = (double) line.proposed().amountMinor() / line.current().amountMinor() - 1;
      assertTrue(Math.abs(relative) <= 0.15 + 1e-12, line.sku() + " " + relative);
      assertTrue(line.costAssumed());
    }
    assertTrue(
        plan.assumptions().stream().anyMatch(a -> a.code().equals("assumption.unit-cost-share")));
    assertTrue(
        line(plan, "INELASTIC").reasons().stream()
            .anyMatch(r -> r.code().equals("price.limit.maximum-change")));
  }

  @Test
  void plansSurviveTheJournalUnchanged() {
    PlanService service = service(new BestSteps());
    Plan first = service.propose(prices(), Progress.none());
    Plan second = service.propose(prices(), Progress.none());
    assertEquals("P-1", first.id());
    assertEquals("P-2", second.id());
    Plan found = service.find("P-1").orElseThrow();
    assertEquals(PlanWriter.write(first), PlanWriter.write(found));
    assertEquals(first.priceLines(), found.priceLines());
    assertEquals(List.of("P-2", "P-1"), service.list(10).stream().map(Plan::id).toList());
    assertEquals(2, decisions.latest("plan", 10).size());
  }

  @Test
  void thePriceInForceIsTheStartingPoint() {
    shop.snapshot =
        java.util.Optional.of(
            Snapshot.builder(new SnapshotId("S-1"), Shop.CLOCK.instant())
                .part(
                    PriceBook.class,
                    new PriceBook(
                        Shop.GBP,
                        Map.of(
                            new Sku("INELASTIC"),
                            new BookPrice(Shop.pounds(285), Shop.pounds(125)))))
                .build());
    Plan plan = service(new BestSteps()).propose(prices(), Progress.none());
    PriceLine line = line(plan, "INELASTIC");
    assertEquals(285, line.current().amountMinor());
    assertEquals(125, line.unitCost().amountMinor());
    assertEquals(100 * Math.pow(285.0 / 250, -0.5), line.unitsNow(), 1e-9);
    assertEquals("S-1", plan.provenance().snapshot().orElseThrow().value());
  }

  @Test
  void whatIsMissingIsSaid() {
    PlanService service = service(new BestSteps());
    shop.responseFitted = false;
    String noResponse =
        assertThrows(IllegalStateException.class, () -> service.propose(prices(), Progress.none()))
            .getMessage();
    assertTrue(noResponse.contains("response"), noResponse);
    shop.loaded = false;
    String noData =
        assertThrows(IllegalStateException.class, () -> service.propose(prices(), Progress.none()))
            .getMessage();
    assertTrue(noData.contains("nothing is loaded"), noData);
  }

  @Test
  void aBudgetInAnotherCurrencyIsRefused() {
    PlanRequest euros =
        PlanRequest.builder(PlanKind.PRICE, Money.ofMinor(1, java.util.Currency.getInstance("EUR")))
            .build();
    PlanService service = service(new BestSteps());
    assertThrows(IllegalStateException.class, () -> service.propose(euros, Progress.none()));
  }

  @Test
  void nonsenseOfAStrategyIsAnsweredByTheFallBack() {
    PriceOptimizer nonsense =
        new PriceOptimizer() {
          @Override
          public java.util.Optional<souk.model.Refusal> refuses(LadderProblem problem) {
            return java.util.Optional.empty();
          }

          @Override
          public LadderSolution optimize(LadderProblem problem) {
            return new LadderSolution(List.of(7), Double.NaN, 0, List.of(), true);
          }
        };
    Plan plan = service(nonsense, new BestSteps()).propose(prices(), Progress.none());
    assertTrue(plan.reasons().stream().anyMatch(r -> r.code().equals("plan.fallback")));
  }

  @Test
  void anAdHocLadderIsSolvedAndItsConflictNamed() {
    PlanService service = service(new BestSteps());
    LadderItem item =
        new LadderItem("a", List.of(new LadderStep(1, 1, 1, 5), new LadderStep(2, 3, 1, 6)));
    LadderSolution solution =
        service.solve(new LadderProblem(List.of(item), 10, 0), Progress.none());
    assertEquals(List.of(1), solution.choice());
    LadderProblem tight = new LadderProblem(List.of(item), 4, 0);
    InfeasibleException refusal;
    refusal = assertThrows(InfeasibleException.class, () -> service.solve(tight, Progress.none()));
    assertEquals(List.of("budget"), refusal.conflict());
    LadderItem either =
        new LadderItem("b", List.of(new LadderStep(2, 3, 1, 0), new LadderStep(1, 1, 9, 6)));
    LadderProblem both = new LadderProblem(List.of(either), 5, 9);
    refusal = assertThrows(InfeasibleException.class, () -> service.solve(both, Progress.none()));
    assertEquals(List.of("budget", "minimum-units"), refusal.conflict());
    assertTrue(documents.list("plan", 10).isEmpty());
  }

  @Test
  void promotionsGoToSegmentsWhereTheyPay() {
    shop.customer("c1", "high-value").customer("c2", "low-value");
    shop.bought("c1", 1, "ELASTIC", 130.0, 259_870L);
    shop.bought("c2", 2, "INELASTIC", 500.0, 125_000L);
    Plan plan =
        service(new BestSteps())
            .propose(
                PlanRequest.builder(PlanKind.PROMOTION, Shop.pounds(500_000)).build(),
                Progress.none());
    assertEquals(1, plan.promotionLines().size());
    PromotionLine promotion = plan.promotionLines().get(0);
    assertEquals("high-value", promotion.segment());
    assertEquals(PromotionType.PERCENTAGE, promotion.type());
    assertEquals(BigDecimal.valueOf(5), promotion.percentOff());
    assertEquals(java.util.Set.of(new Sku("ELASTIC")), promotion.skus());
    // 40 units in 4 weeks at 19.99, cost 10.00, elasticity -4, 5 % off, by hand.
    double units = 40 * Math.pow(0.95, -4);
    double gain = (19.99 * 0.95 - 10.00) * units - 9.99 * 40;
    assertEquals(gain, promotion.incrementalProfit().toDecimal().doubleValue(), 0.6);
    assertEquals(19.99 * 0.05 * units, promotion.cost().toDecimal().doubleValue(), 0.6);
    assertEquals(plan.objective(), promotion.incrementalProfit());
    Plan kept = service(new BestSteps()).find(plan.id()).orElseThrow();
    assertEquals(plan.promotionLines(), kept.promotionLines());
  }

  @Test
  void noPromotionIsAnAnswer() {
    shop.customer("c2", "low-value").bought("c2", 2, "INELASTIC", 500.0, 125_000L);
    Plan plan =
        service(new BestSteps())
            .propose(
                PlanRequest.builder(PlanKind.PROMOTION, Shop.pounds(500_000)).build(),
                Progress.none());
    assertTrue(plan.promotionLines().isEmpty());
    assertEquals("plan.promotions.none", plan.reasons().get(0).code());
    assertEquals(List.of("4", "2", "70.00"), plan.reasons().get(0).arguments());
    assertTrue(plan.objective().isZero());
  }

  @Test
  void impossibleOptionsAreRefusedWithTheirValues() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> new PlanOptions(15, 13, 70, 0))
            .getMessage();
    assertTrue(message.contains("70") && message.contains("percent"), message);
  }

  @Test
  void aModelWithoutAnyIdentifiedArticleStillGivesPlansThatSurviveTheJournal() {
    shop.pooledElasticity = Double.NaN;
    shop.customer("c1", "high-value");
    for (int order = 0; order < 40; order++) {
      shop.bought("c1", order, "NEW", 1.0, 800L + order);
    }
    PlanService service = service(new BestSteps());
    Plan prices = service.propose(prices(), Progress.none());
    assertEquals(0, line(service.find(prices.id()).orElseThrow(), "NEW").elasticity());
    Plan promotions =
        service.propose(
            PlanRequest.builder(PlanKind.PROMOTION, Shop.pounds(500_000)).build(), Progress.none());
    assertTrue(promotions.promotionLines().isEmpty());
  }

  @Test
  void moneyOffIsProposedWhereBasketsAnswerStrongly() {
    shop.pooledElasticity = -5;
    shop.customer("c1", "high-value");
    for (int order = 0; order < 100; order++) {
      shop.bought("c1", order, "NEW", 10.0, 8_000L + 10 * order);
    }
    Plan plan =
        service(new BestSteps())
            .propose(
                PlanRequest.builder(PlanKind.PROMOTION, Shop.pounds(5_000_000)).build(),
                Progress.none());
    PromotionLine line = plan.promotionLines().get(0);
    assertEquals(PromotionType.THRESHOLD, line.type());
    assertTrue(line.amountOff().amountMinor() * 100 <= 15 * line.threshold().amountMinor());
    assertTrue(line.skus().isEmpty());
    assertTrue(line.incrementalProfit().amountMinor() > 0);
  }
}
