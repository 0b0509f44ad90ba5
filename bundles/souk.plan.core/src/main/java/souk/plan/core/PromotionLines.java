package souk.plan.core;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import souk.customer.api.CustomerSegment;
import souk.model.Interval;
import souk.model.Money;
import souk.model.Reason;
import souk.model.Sku;
import souk.plan.api.PromotionLine;
import souk.plan.api.PromotionType;
import souk.plan.lib.promotion.PromotionValue;
import souk.plan.spi.PromotionCandidate;

/**
 * Explains a promotion: interval, whom it is for, what it costs and who would have bought anyway.
 */
final class PromotionLines {
  private final Amounts amounts;

  PromotionLines(Amounts amounts) {
    this.amounts = amounts;
  }

  /** A candidate of the segment's group. */
  PromotionCandidate candidate(
      CustomerSegment segment,
      String name,
      PromotionType type,
      int percent,
      Money threshold,
      Money amountOff,
      Set<Sku> skus,
      PromotionValue value,
      List<PromotionCandidate> before) {
    Money gain = amounts.money(value.gain());
    Money cost = amounts.money(Math.ceil(value.cost()));
    Money anyway = amounts.money(value.costAnyway());
    Money extra = amounts.money(value.extraMargin());
    List<Reason> reasons =
        List.of(
            Reason.of(
                "promotion.gain",
                "Additional sales bring %s margin; the discount costs %s, of which %s goes to purchases that would have happened anyway; %s remain."
                    .formatted(extra, cost, anyway, gain),
                extra,
                cost,
                anyway,
                gain),
            Reason.of(
                "promotion.audience",
                "For the %d members of %s.".formatted(segment.customers(), segment.name()),
                segment.customers(),
                segment.name()));
    return new PromotionCandidate(
        segment.id(),
        new PromotionLine(
            segment.id() + "-" + (before.size() + 1),
            name,
            type,
            BigDecimal.valueOf(percent),
            threshold,
            amountOff,
            segment.id(),
            skus,
            gain,
            new Interval(
                amounts.major(Math.min(value.gainLow(), value.gain())),
                amounts.major(Math.max(value.gainHigh(), value.gain())),
                0.95),
            cost,
            reasons));
  }
}
