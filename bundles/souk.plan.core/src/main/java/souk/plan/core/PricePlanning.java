package souk.plan.core;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import souk.data.api.Item;
import souk.data.api.SalesQuery;
import souk.demand.api.ForecastRun;
import souk.demand.api.ResponseModel;
import souk.kernel.api.Progress;
import souk.kernel.api.Routed;
import souk.kernel.api.Snapshot;
import souk.model.Money;
import souk.model.Provenance;
import souk.model.Reason;
import souk.offer.api.PriceBook;
import souk.plan.api.LadderItem;
import souk.plan.api.LadderProblem;
import souk.plan.api.LadderSolution;
import souk.plan.api.LadderStep;
import souk.plan.api.Plan;
import souk.plan.api.PlanKind;
import souk.plan.api.PlanRequest;
import souk.plan.api.PriceLine;
import souk.plan.lib.price.PriceLadder;

/** Assembles the price problem from what is known, has it solved and explains the answer. */
final class PricePlanning {
  private final Sources sources;
  private final Strategies strategies;
  private final Clock clock;
  private final PlanOptions options;

  PricePlanning(Sources sources, Strategies strategies, Clock clock, PlanOptions options) {
    this.sources = sources;
    this.strategies = strategies;
    this.clock = clock;
    this.options = options;
  }

  Plan plan(PlanRequest request, Progress progress) {
    Currency currency = Preconditions.currency(sources.sales(), request);
    ResponseModel model = Preconditions.response(sources.models());
    Optional<ForecastRun> forecast = sources.forecasts().latest();
    Optional<Snapshot> snapshot = sources.snapshots().current();
    progress.report(0, 3, "Building price ladders");
    List<Item> articles = sources.sales().items(SalesQuery.all().top(request.items()));
    List<PriceItem> items =
        new PriceItems(
                sources.costs(),
                model,
                forecast,
                snapshot.flatMap(s -> s.part(PriceBook.class)),
                request,
                options)
            .of(articles);
    if (items.isEmpty()) {
      throw new IllegalStateException(
          "None of the %d articles has a price.%nMaybe load sales with prices first."
              .formatted(articles.size()));
    }
    progress.report(1, 3, "Choosing among %d price ladders".formatted(items.size()));
    Amounts amounts = Amounts.of(currency);
    Routed<LadderSolution> answer = strategies.optimize(problem(items, request, amounts));
    progress.report(2, 3, "Explaining the plan");
    Provenance.Builder provenance =
        Provenance.builder(
                clock.instant(), answer.servedBy().strategy(), answer.servedBy().version())
            .seed(request.seed())
            .option("response", model.id())
            .option("forecast", forecast.map(ForecastRun::id).orElse("none"))
            .option("budget", request.budget())
            .option("items", request.items())
            .option("weeks", request.weeks())
            .option("maximumChange", request.maximumChange())
            .option("marginFloor", request.marginFloor())
            .option("steps", options.stepsPerArticle())
            .option("leastGainProbability", options.leastGainProbability())
            .inputFingerprint(Fingerprints.of(items));
    snapshot.ifPresent(s -> provenance.snapshot(s.id()));
    answer.fallbackReason().ifPresent(why -> provenance.option("fallbackReason", why));
    List<PriceLine> lines = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      lines.add(new PriceLines(amounts).line(items.get(i), answer.value().choice().get(i)));
    }
    Money zero = Money.zero(currency);
    Money now = lines.stream().map(PriceLine::profitNow).reduce(zero, Money::plus);
    Money then = lines.stream().map(PriceLine::profitThen).reduce(zero, Money::plus);
    LadderSolution solution = answer.value();
    return Plan.builder(Drafts.ID, PlanKind.PRICE, provenance.build(), zero)
        .period(firstDay(forecast), request.weeks())
        .value(
            then,
            amounts.boundAbove(then, solution.bound() - solution.objective()),
            now,
            solution.gap())
        .label(model.label())
        .priceLines(lines)
        .constraints(solution.constraints())
        .reasons(summary(lines, then.minus(now), answer))
        .assumptions(Assumptions.ofPrices(items, sources.costs()))
        .build();
  }

  private static LadderProblem problem(
      List<PriceItem> items, PlanRequest request, Amounts amounts) {
    List<LadderItem> ladders = new ArrayList<>();
    for (PriceItem item : items) {
      PriceLadder ladder = item.ladder();
      List<LadderStep> ladderSteps = new ArrayList<>();
      for (int s = 0; s < ladder.steps(); s++) {
        ladderSteps.add(
            new LadderStep(
                amounts.major(ladder.priceMinor(s)),
                amounts.major(ladder.profitMinor(s)),
                ladder.units(s),
                amounts.major(ladder.costMinor(s))));
      }
      ladders.add(new LadderItem(item.item().sku().value(), ladderSteps));
    }
    return new LadderProblem(ladders, request.budget().toDecimal().doubleValue(), 0);
  }

  private LocalDate firstDay(Optional<ForecastRun> forecast) {
    return forecast
        .map(run -> run.forecast().grid().dateOf(run.forecast().firstStep()))
        .or(
            () ->
                sources
                    .sales()
                    .summary()
                    .map(s -> s.lastDay().with(TemporalAdjusters.next(DayOfWeek.MONDAY))))
        .orElseGet(() -> LocalDate.now(clock));
  }

  private static List<Reason> summary(
      List<PriceLine> lines, Money gain, Routed<LadderSolution> answer) {
    long changed = lines.stream().filter(PriceLine::changed).count();
    long notIdentified = lines.stream().filter(l -> !l.identified()).count();
    List<Reason> reasons = new ArrayList<>();
    reasons.add(
        Reason.of(
            "plan.prices.summary",
            "%d of %d prices change for %s more profit per week; %d are kept because their response is not identified."
                .formatted(changed, lines.size(), gain, notIdentified),
            changed,
            lines.size(),
            gain,
            notIdentified));
    answer
        .fallbackReason()
        .ifPresent(
            why ->
                reasons.add(
                    Reason.of(
                        "plan.fallback",
                        "%s answered instead of the selected strategy: %s"
                            .formatted(answer.servedBy(), why),
                        answer.servedBy(),
                        why)));
    return reasons;
  }
}
