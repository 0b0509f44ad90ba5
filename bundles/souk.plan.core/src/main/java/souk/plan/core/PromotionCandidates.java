package souk.plan.core;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import souk.customer.api.CustomerSegment;
import souk.model.Money;
import souk.model.Sku;
import souk.plan.api.PlanRequest;
import souk.plan.api.PromotionType;
import souk.plan.lib.price.LogLogDemand;
import souk.plan.lib.promotion.PercentageOff;
import souk.plan.lib.promotion.PromotionValue;
import souk.plan.lib.promotion.ThresholdMoneyOff;
import souk.plan.spi.PromotionCandidate;

/**
 * Promotions worth considering for a segment: each depth on the articles that gain by it (and on
 * each category of them), and money off from basket values that the segment reaches. Only those
 * with an expected gain are offered; all of one segment form one group, so that no two of them meet
 * in a cart.
 */
final class PromotionCandidates {
  private static final int[] DEPTHS_PERCENT = {5, 10, 15, 20, 25, 30};
  private static final double[] BASKET_QUANTILES = {0.5, 0.65, 0.8, 0.9};
  private static final int LEAST_BASKETS = 20;
  private static final int MOST_CATEGORIES = 10;

  private final Amounts amounts;
  private final PlanRequest request;
  private final List<PriceItem> items;
  private final LogLogDemand pooled;
  private final double costShare;
  private final PlanOptions options;
  private final double periods;
  private final PromotionLines lines;

  /**
   * @param pooled pooled elasticity with the deviation between articles
   * @param periods length of the plan over the length of the past period
   */
  PromotionCandidates(
      Amounts amounts,
      PlanRequest request,
      List<PriceItem> items,
      LogLogDemand pooled,
      double costShare,
      PlanOptions options,
      double periods) {
    this.amounts = amounts;
    this.request = request;
    this.items = items;
    this.pooled = pooled;
    this.costShare = costShare;
    this.options = options;
    this.periods = periods;
    lines = new PromotionLines(amounts);
  }

  List<PromotionCandidate> of(CustomerSegment segment, SegmentDemand demand) {
    List<PromotionCandidate> found = new ArrayList<>();
    for (int percent : DEPTHS_PERCENT) {
      if (BigDecimal.valueOf(percent, 2).compareTo(request.maximumChange()) <= 0) {
        percentages(segment, demand, percent, found);
      }
    }
    thresholds(segment, demand, found);
    return found;
  }

  private void percentages(
      CustomerSegment segment, SegmentDemand demand, int percent, List<PromotionCandidate> found) {
    Map<String, PromotionValue> valueByCategory = new LinkedHashMap<>();
    Map<String, Set<Sku>> skusByCategory = new LinkedHashMap<>();
    PromotionValue all = PromotionValue.NONE;
    Set<Sku> allSkus = new HashSet<>();
    for (PriceItem item : items) {
      double units = demand.units(item.item().sku()) * periods;
      if (item.keptBecause().isPresent() || units <= 0 || !keepsMargin(item, percent)) {
        continue;
      }
      long price = item.current().amountMinor();
      long cost = Math.max(0, item.cost().amount().amountMinor());
      double error = item.response().orElseThrow().standardError();
      LogLogDemand response = new LogLogDemand(units, item.elasticity(), error);
      double depth = percent / 100.0;
      PromotionValue value = PercentageOff.of(price, cost, response, depth);
      double likely = PercentageOff.gainProbability(price, cost, response, depth);
      if (value.gain() > 0 && likely >= options.leastGainProbability()) {
        all = all.plus(value);
        allSkus.add(item.item().sku());
        item.item()
            .category()
            .ifPresent(
                category -> {
                  valueByCategory.merge(category, value, PromotionValue::plus);
                  skusByCategory
                      .computeIfAbsent(category, c -> new HashSet<>())
                      .add(item.item().sku());
                });
      }
    }
    add(segment, percent, "responsive", all, allSkus, found);
    if (valueByCategory.size() > 1) {
      valueByCategory.entrySet().stream()
          .sorted((a, b) -> Double.compare(b.getValue().gain(), a.getValue().gain()))
          .limit(MOST_CATEGORIES)
          .forEach(
              e ->
                  add(
                      segment,
                      percent,
                      "responsive " + e.getKey(),
                      e.getValue(),
                      Objects.requireNonNull(skusByCategory.get(e.getKey())),
                      found));
    }
  }

  private boolean keepsMargin(PriceItem item, int percent) {
    double price = item.current().amountMinor() * (1 - percent / 100.0);
    double floor = item.cost().amount().amountMinor() / (1 - request.marginFloor().doubleValue());
    return price >= floor;
  }

  private void add(
      CustomerSegment segment,
      int percent,
      String what,
      PromotionValue value,
      Set<Sku> skus,
      List<PromotionCandidate> found) {
    if (skus.isEmpty() || !worthwhile(value)) {
      return;
    }
    Money zero = amounts.ofMinor(0);
    String name =
        "%d %% off %d %s %s for %s"
            .formatted(
                percent,
                skus.size(),
                what,
                skus.size() == 1 ? "article" : "articles",
                segment.name());
    found.add(
        lines.candidate(
            segment, name, PromotionType.PERCENTAGE, percent, zero, zero, skus, value, found));
  }

  private boolean worthwhile(PromotionValue value) {
    return amounts.money(value.gain()).amountMinor() > 0
        && amounts.major(value.gain()) >= options.leastPromotionGain();
  }

  private void thresholds(
      CustomerSegment segment, SegmentDemand demand, List<PromotionCandidate> found) {
    long[] baskets = demand.basketsMinor();
    if (baskets.length < LEAST_BASKETS) {
      return;
    }
    Set<Long> seen = new HashSet<>();
    for (double quantile : BASKET_QUANTILES) {
      long threshold = rounded(baskets[(int) (quantile * (baskets.length - 1))]);
      if (threshold < 100 || !seen.add(threshold)) {
        continue;
      }
      for (int percent : DEPTHS_PERCENT) {
        long off = threshold * percent / 100;
        double netOfThreshold = threshold - off;
        boolean allowed =
            BigDecimal.valueOf(percent, 2).compareTo(request.maximumChange()) <= 0
                && netOfThreshold
                    >= threshold * costShare / (1 - request.marginFloor().doubleValue());
        if (off > 0 && allowed) {
          PromotionValue value =
              ThresholdMoneyOff.of(baskets, periods, costShare, pooled, threshold, off);
          if (worthwhile(value)) {
            Money from = amounts.ofMinor(threshold);
            Money less = amounts.ofMinor(off);
            String name = "%s off from %s for %s".formatted(less, from, segment.name());
            found.add(
                lines.candidate(
                    segment, name, PromotionType.THRESHOLD, 0, from, less, Set.of(), value, found));
          }
        }
      }
    }
  }

  /** Rounded up to one of the two leading digits, so that it can be said aloud. */
  private static long rounded(long minor) {
    long unit = 1;
    while (minor / unit >= 100) {
      unit *= 10;
    }
    return (minor + unit - 1) / unit * unit;
  }
}
