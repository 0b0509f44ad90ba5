package souk.plan.core;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import souk.customer.api.CustomerSegment;
import souk.customer.api.SegmentationRun;
import souk.data.api.SalesQuery;
import souk.data.api.SalesSummary;
import souk.demand.api.ResponseModel;
import souk.kernel.api.Progress;
import souk.kernel.api.Routed;
import souk.kernel.api.Snapshot;
import souk.model.DateRange;
import souk.model.Money;
import souk.model.Provenance;
import souk.model.Reason;
import souk.offer.api.PriceBook;
import souk.plan.api.Plan;
import souk.plan.api.PlanKind;
import souk.plan.api.PlanRequest;
import souk.plan.api.PromotionLine;
import souk.plan.lib.price.LogLogDemand;
import souk.plan.spi.PromotionCandidate;
import souk.plan.spi.PromotionProblem;
import souk.plan.spi.PromotionSolution;

/** Finds promotions per segment from past purchases and price response, and has them chosen. */
final class PromotionPlanning {
  private final Sources sources;
  private final Strategies strategies;
  private final Clock clock;
  private final PlanOptions options;

  PromotionPlanning(Sources sources, Strategies strategies, Clock clock, PlanOptions options) {
    this.sources = sources;
    this.strategies = strategies;
    this.clock = clock;
    this.options = options;
  }

  Plan plan(PlanRequest request, Progress progress) {
    Currency currency = Preconditions.currency(sources.sales(), request);
    ResponseModel model = Preconditions.response(sources.models());
    SegmentationRun segments = Preconditions.segments(sources.segments());
    SalesSummary summary = sources.sales().summary().orElseThrow();
    Amounts amounts = Amounts.of(currency);
    progress.report(0, 3, "Measuring what each segment buys");
    LocalDate until = summary.lastDay().plusDays(1);
    LocalDate from = until.minusWeeks(options.lookBackWeeks());
    Map<String, SegmentDemand> demand =
        SegmentDemand.bySegment(
            sources.sales().purchases(SalesQuery.all().in(new DateRange(from, until))),
            segments.segmentation());
    Optional<Snapshot> snapshot = sources.snapshots().current();
    List<PriceItem> items =
        new PriceItems(
                sources.costs(),
                model,
                Optional.empty(),
                snapshot.flatMap(s -> s.part(PriceBook.class)),
                request,
                options)
            .of(sources.sales().items(SalesQuery.all().top(request.items())));
    progress.report(1, 3, "Valuing promotions");
    PromotionCandidates maker =
        new PromotionCandidates(
            amounts,
            request,
            items,
            new LogLogDemand(
                1,
                PriceItems.finiteOrZero(model.pooledElasticity()),
                PriceItems.finiteOrZero(model.betweenItemDeviation())),
            costShare(items),
            options,
            (double) request.weeks() / options.lookBackWeeks());
    List<PromotionCandidate> candidates = new ArrayList<>();
    for (CustomerSegment segment : segments.segmentation().segments()) {
      candidates.addAll(maker.of(segment, Objects.requireNonNull(demand.get(segment.id()))));
    }
    progress.report(2, 3, "Choosing among %d promotions".formatted(candidates.size()));
    Routed<PromotionSolution> answer =
        strategies.plan(new PromotionProblem(candidates, request.budget()));
    PromotionSolution solution = answer.value();
    List<PromotionLine> lines =
        solution.chosen().stream().map(position -> candidates.get(position).line()).toList();
    double bound = Math.max(1, solution.bound().amountMinor());
    double gap = (solution.bound().amountMinor() - solution.objective().amountMinor()) / bound;
    return Plan.builder(
            Drafts.ID,
            PlanKind.PROMOTION,
            provenance(request, model, segments, items, snapshot, answer),
            Money.zero(currency))
        .period(summary.lastDay().with(TemporalAdjusters.next(DayOfWeek.MONDAY)), request.weeks())
        .value(solution.objective(), solution.bound(), Money.zero(currency), gap)
        .label(model.label())
        .promotionLines(lines)
        .constraints(solution.constraints())
        .reasons(List.of(summary(lines, candidates.size(), solution, items)))
        .assumptions(Assumptions.ofPromotions(items, sources.costs(), options.lookBackWeeks()))
        .build();
  }

  private static double costShare(List<PriceItem> items) {
    double cost = 0;
    double revenue = 0;
    for (PriceItem item : items) {
      double units = item.ladder().units(item.ladder().current());
      cost += units * Math.max(0, item.cost().amount().amountMinor());
      revenue += units * item.current().amountMinor();
    }
    return revenue > 0 ? Math.min(0.99, cost / revenue) : 0.99;
  }

  private Provenance provenance(
      PlanRequest request,
      ResponseModel model,
      SegmentationRun segments,
      List<PriceItem> items,
      Optional<Snapshot> snapshot,
      Routed<PromotionSolution> answer) {
    Provenance.Builder provenance =
        Provenance.builder(
                clock.instant(), answer.servedBy().strategy(), answer.servedBy().version())
            .seed(request.seed())
            .option("response", model.id())
            .option("segmentation", segments.id())
            .option("budget", request.budget())
            .option("items", request.items())
            .option("weeks", request.weeks())
            .option("maximumChange", request.maximumChange())
            .option("marginFloor", request.marginFloor())
            .option("lookBackWeeks", options.lookBackWeeks())
            .option("leastGainProbability", options.leastGainProbability())
            .option("leastPromotionGain", options.leastPromotionGain())
            .inputFingerprint(Fingerprints.of(items));
    snapshot.ifPresent(s -> provenance.snapshot(s.id()));
    answer.fallbackReason().ifPresent(why -> provenance.option("fallbackReason", why));
    return provenance.build();
  }

  private Reason summary(
      List<PromotionLine> lines,
      int candidates,
      PromotionSolution solution,
      List<PriceItem> items) {
    if (!lines.isEmpty()) {
      return Reason.of(
          "plan.promotions.summary",
          "%d of %d promotions that are likely enough to pay are chosen for %s more profit over the period."
              .formatted(lines.size(), candidates, solution.objective()),
          lines.size(),
          candidates,
          solution.objective());
    }
    if (candidates > 0) {
      return Reason.of(
          "plan.promotions.budget",
          "No promotion is proposed: none of the %d that are likely enough to pay fits the budget."
              .formatted(candidates),
          candidates);
    }
    long identified = items.stream().filter(item -> item.keptBecause().isEmpty()).count();
    String likely = PriceLines.number(100 * options.leastGainProbability());
    return Reason.of(
        "plan.promotions.none",
        "No promotion is proposed: of %d articles %d have an identified response, and at present prices none is likely enough (%s %%) to gain by a discount. Where prices are already near their best, a discount of the same price only costs."
            .formatted(items.size(), identified, likely),
        items.size(),
        identified,
        likely);
  }
}
