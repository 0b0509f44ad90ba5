package souk.evidence.experiments;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import souk.customer.api.Segments;
import souk.data.api.Costs;
import souk.data.api.SalesHistory;
import souk.evidence.api.Experiment;
import souk.evidence.api.Experiments;
import souk.evidence.api.SimulationRequest;
import souk.evidence.api.SimulationRun;
import souk.evidence.api.UnitKind;
import souk.evidence.api.UnitOutcome;
import souk.evidence.spi.MarketState;
import souk.evidence.spi.ShopFront;
import souk.evidence.spi.SimulatedSales;
import souk.evidence.spi.SimulationTask;
import souk.model.EvidenceLabel;
import souk.model.Money;
import souk.model.Provenance;
import souk.offer.api.OfferEngine;

/** One simulation for one experiment: what is played, in front of which shop, and its sums. */
final class Round {
  /** Services that a round reads. */
  record Shop(
      SalesHistory sales,
      Costs costs,
      Segments segments,
      Experiments experiments,
      OfferEngine engine) {}

  private final Shop shop;
  private final Experiment experiment;
  private final SimulationRequest request;
  private final MarketState observed;
  private final LocalDate firstWeek;
  private final Currency currency;

  Round(
      Shop shop,
      Experiment experiment,
      SimulationRequest request,
      MarketState observed,
      LocalDate firstWeek) {
    this.shop = shop;
    this.experiment = experiment;
    this.request = request;
    this.observed = observed;
    this.firstWeek = firstWeek;
    this.currency = shop.sales().currency().orElseThrow();
  }

  /** What the market is fitted on, with the week from which it plays. */
  MarketState state() {
    return new MarketState(
        observed.weekly(),
        observed.purchases(),
        observed.response(),
        observed.segments(),
        firstWeek);
  }

  SimulationTask task(Instant now) {
    return new SimulationTask(request.weeks(), currency, request.seed(), now);
  }

  ShopFront shopFront() {
    LocalDate begin =
        shop.sales()
            .summary()
            .orElseThrow()
            .lastDay()
            .with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    Instant earliest = begin.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    return new PublishedShop(shop.engine(), shop.segments(), shop.experiments(), earliest);
  }

  /** The run, once it has an id. */
  Function<String, SimulationRun> summed(SimulatedSales sold, int weeksBefore) {
    UnitCosts costs = UnitCosts.of(shop.sales(), shop.costs());
    OutcomeTable table = new OutcomeTable(experiment, costs.minorBySku());
    double minorPerMajor = StrictMath.pow(10, Money.digits(currency));
    new PeriodBefore(shop.sales(), observed).fill(table, firstWeek, weeksBefore, minorPerMajor);
    double units = 0;
    double costMinor = 0;
    long revenueMinor = 0;
    for (SimulatedSales.Line line : sold.lines()) {
      table.after(line.customer(), line.sku(), line.quantity(), line.netMinor());
      units += line.quantity();
      revenueMinor += line.netMinor();
      costMinor += line.quantity() * costs.minorBySku().getOrDefault(line.sku(), 0.0);
    }
    Money revenue = Money.ofMinor(revenueMinor, currency);
    Money profit = Money.ofMinor(revenueMinor - Math.round(costMinor), currency);
    double allUnits = units;
    Map<String, List<UnitOutcome>> outcomes =
        table.outcomes(weeksBefore, request.weeks(), minorPerMajor);
    Provenance provenance = provenance(sold, costs, weeksBefore);
    return id ->
        new SimulationRun(
            id,
            experiment.id(),
            firstWeek,
            request.weeks(),
            allUnits,
            revenue,
            profit,
            sold.quotes(),
            outcomes,
            provenance);
  }

  int weeksBefore(int forArticles, int forCustomers) {
    return experiment.unit() == UnitKind.SKU ? forArticles : forCustomers;
  }

  /** The experiment, now judged by simulated outcomes. */
  Experiment simulatedExperiment() {
    return new Experiment(
        experiment.id(),
        experiment.planId(),
        experiment.unit(),
        experiment.holdoutShare(),
        experiment.seed(),
        experiment.treatment(),
        experiment.control(),
        experiment.strata(),
        experiment.createdAt(),
        EvidenceLabel.SIMULATED);
  }

  private Provenance provenance(SimulatedSales sold, UnitCosts costs, int weeksBefore) {
    Provenance from = sold.provenance();
    Provenance.Builder builder =
        Provenance.builder(from.createdAt(), from.strategy(), from.version())
            .seed(from.seed())
            .inputFingerprint(from.inputFingerprint());
    from.options().forEach(builder::option);
    return builder
        .option("firstWeek", firstWeek)
        .option("weeksBefore", weeksBefore)
        .option("articlesWithAssumedCost", costs.assumed())
        .build();
  }
}
