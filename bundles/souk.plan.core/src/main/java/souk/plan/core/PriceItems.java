package souk.plan.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import souk.data.api.Costs;
import souk.data.api.Item;
import souk.data.api.UnitCost;
import souk.demand.api.ForecastRun;
import souk.demand.api.ItemResponse;
import souk.demand.api.ResponseModel;
import souk.demand.api.SeriesForecast;
import souk.model.Money;
import souk.model.Reason;
import souk.model.Sku;
import souk.offer.api.PriceBook;
import souk.plan.api.PlanRequest;
import souk.plan.lib.price.LogLogDemand;
import souk.plan.lib.price.PriceEndings;
import souk.plan.lib.price.PriceLadder;
import souk.plan.lib.price.PricePoints;
import souk.plan.lib.price.PriceRules;

/** Turns articles, costs, response and forecasts into price ladders. */
final class PriceItems {
  private static final Reason NO_RESPONSE =
      Reason.of(
          "price.kept.no-response",
          "The price is kept: no response was estimated for this article.\n"
              + "Maybe the response was fitted on fewer articles than the plan asks for.");

  private final Costs costs;
  private final ResponseModel model;
  private final Optional<PriceBook> inForce;
  private final PriceRules rules;
  private final double leastGainProbability;
  private final Map<String, Double> weeklyForecastBySku = new HashMap<>();
  private final Map<Sku, ItemResponse> responseBySku = new HashMap<>();

  PriceItems(
      Costs costs,
      ResponseModel model,
      Optional<ForecastRun> forecast,
      Optional<PriceBook> inForce,
      PlanRequest request,
      PlanOptions options) {
    this.costs = costs;
    this.model = model;
    this.inForce = inForce;
    leastGainProbability = options.leastGainProbability();
    rules =
        new PriceRules(
            request.maximumChange().doubleValue(),
            request.marginFloor().doubleValue(),
            1,
            Long.MAX_VALUE / 4,
            options.stepsPerArticle(),
            PriceEndings.forDigits(Money.digits(request.budget().currency())));
    forecast.ifPresent(
        run -> {
          for (SeriesForecast series : run.forecast().seriesList()) {
            DoubleStream.of(series.mean())
                .limit(request.weeks())
                .average()
                .ifPresent(mean -> weeklyForecastBySku.put(series.seriesId(), Math.max(0, mean)));
          }
        });
    model.items().forEach(r -> responseBySku.put(r.sku(), r));
  }

  /** Articles that have a price, in the order given. */
  List<PriceItem> of(List<Item> items) {
    List<PriceItem> found = new ArrayList<>();
    for (Item item : items) {
      item.listPrice().ifPresent(listPrice -> found.add(of(item, listPrice)));
    }
    return found;
  }

  private PriceItem of(Item item, Money listPrice) {
    Money current =
        inForce.flatMap(book -> book.price(item.sku())).map(p -> p.price()).orElse(listPrice);
    UnitCost cost = costs.unitCost(item.sku(), listPrice);
    Optional<ItemResponse> response = Optional.ofNullable(responseBySku.get(item.sku()));
    double elasticity =
        finiteOrZero(response.map(ItemResponse::elasticity).orElse(model.pooledElasticity()));
    Optional<Reason> kept = keptBecause(response);
    double units = weeklyUnits(item.sku(), current, response, kept.isEmpty());
    long costMinor = Math.max(0, cost.amount().amountMinor());
    if (kept.isPresent()) {
      return new PriceItem(
          item,
          current,
          cost,
          response,
          elasticity,
          kept,
          PriceLadder.kept(current.amountMinor(), costMinor, units));
    }
    PricePoints points = PricePoints.of(current.amountMinor(), costMinor, rules);
    LogLogDemand demand =
        new LogLogDemand(units, elasticity, response.orElseThrow().standardError());
    return new PriceItem(
        item,
        current,
        cost,
        response,
        elasticity,
        kept,
        new PriceLadder(points, costMinor, demand).withGainProbability(leastGainProbability));
  }

  private static Optional<Reason> keptBecause(Optional<ItemResponse> response) {
    if (response.isEmpty()) {
      return Optional.of(NO_RESPONSE);
    }
    if (response.get().identified()) {
      return Optional.empty();
    }
    String why = response.get().reason().map(Reason::text).orElse("the data do not tell");
    return Optional.of(
        Reason.of(
            "price.kept.not-identified",
            "The price is kept: the response to price is not identified (%s).".formatted(why),
            why));
  }

  /** Expected units per week at the current price: the forecast if there is one, else the model. */
  private double weeklyUnits(
      Sku sku, Money current, Optional<ItemResponse> response, boolean identified) {
    Double forecast = weeklyForecastBySku.get(sku.value());
    double base = response.map(ItemResponse::baseUnits).orElse(0.0);
    double units = forecast != null ? forecast : base;
    if (identified && response.isPresent() && response.get().basePrice() > 0) {
      double relative = current.toDecimal().doubleValue() / response.get().basePrice();
      units *= StrictMath.pow(relative, Math.min(0, response.get().elasticity()));
    }
    return Double.isFinite(units) ? Math.max(0, units) : 0;
  }

  /** Nothing is known of an elasticity that is no number: demand is then taken as unchanging. */
  static double finiteOrZero(double value) {
    return Double.isFinite(value) ? value : 0;
  }
}
