package souk.trust.policy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import souk.model.Interval;
import souk.model.Money;
import souk.model.Provenance;
import souk.model.Sku;
import souk.plan.api.Plan;
import souk.plan.api.PlanKind;
import souk.plan.api.PriceLine;
import souk.plan.api.PromotionLine;
import souk.plan.api.PromotionType;

/** Small plans to be judged. */
final class Plans {
  private static final Currency GBP = Currency.getInstance("GBP");
  private static final Interval NONE = new Interval(0, 0, 0.95);

  private Plans() {}

  static Plan price(long current, long proposed, long cost) {
    Money zero = Money.zero(GBP);
    PriceLine line =
        new PriceLine(
            new Sku("TEA"),
            "Tea",
            Money.ofMinor(current, GBP),
            Money.ofMinor(proposed, GBP),
            Money.ofMinor(cost, GBP),
            false,
            1,
            1,
            zero,
            zero,
            NONE,
            -2,
            true,
            List.of(),
            List.of());
    return builder(PlanKind.PRICE).priceLines(List.of(line)).build();
  }

  static Plan percentage(String percent) {
    return promotion(PromotionType.PERCENTAGE, percent, 0, 0);
  }

  static Plan threshold(long from, long off) {
    return promotion(PromotionType.THRESHOLD, "0", from, off);
  }

  private static Plan promotion(PromotionType type, String percent, long from, long off) {
    Money zero = Money.zero(GBP);
    PromotionLine line =
        new PromotionLine(
            "1",
            "Spring offer",
            type,
            new BigDecimal(percent),
            Money.ofMinor(from, GBP),
            Money.ofMinor(off, GBP),
            "high-value",
            Set.of(),
            zero,
            NONE,
            zero,
            List.of());
    return builder(PlanKind.PROMOTION).promotionLines(List.of(line)).build();
  }

  private static Plan.Builder builder(PlanKind kind) {
    return Plan.builder(
        "P-1",
        kind,
        Provenance.builder(Instant.EPOCH, "planted", "1.0.0").build(),
        Money.zero(GBP));
  }
}
