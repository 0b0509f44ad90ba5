package souk.trust.approval;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import souk.model.Sku;
import souk.model.Spec;
import souk.model.TimeRange;
import souk.offer.api.Offer;
import souk.offer.api.OfferBook;
import souk.plan.api.Plan;
import souk.plan.api.PlanKind;
import souk.plan.api.PromotionLine;
import souk.plan.api.PromotionType;

/** Turns the promotions of a plan into offers beside those in force. */
final class OfferBooks {
  /** Promotions of plans do not add up on a line; the best one applies. */
  static final String STACKING_GROUP = "promotion";

  private OfferBooks() {}

  static OfferBook withPlan(
      OfferBook book, Plan plan, Optional<String> heldOutAudience, Instant now) {
    TimeRange window = window(plan, now);
    List<Offer> offers = new ArrayList<>();
    book.offers().stream()
        .filter(offer -> offer.window().until().isAfter(now))
        .filter(offer -> !replaced(offer, plan, window))
        .forEach(offers::add);
    for (PromotionLine line : plan.promotionLines()) {
      offers.add(
          Offer.builder(plan.id() + "-" + line.id(), line.name(), window, effect(line))
              .conditions(List.of(audience(line, heldOutAudience)))
              .stackingGroup(STACKING_GROUP)
              .planId(plan.id())
              .build());
    }
    return new OfferBook(offers);
  }

  /** A promotion plan decides on its whole period: offers of earlier plans in it end. */
  private static boolean replaced(Offer offer, Plan plan, TimeRange window) {
    return plan.kind() == PlanKind.PROMOTION
        && offer.planId().isPresent()
        && offer.window().from().isBefore(window.until())
        && window.from().isBefore(offer.window().until());
  }

  /**
   * The plan's period. A plan made from old data may have a period that is over when it is
   * published; its offers then hold from the start of that period until the same number of weeks
   * after now, so that both replayed weeks and the till see them.
   */
  private static TimeRange window(Plan plan, Instant now) {
    Instant from = plan.from().atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant until = plan.from().plusWeeks(plan.weeks()).atStartOfDay(ZoneOffset.UTC).toInstant();
    return until.isAfter(now)
        ? new TimeRange(from, until)
        : new TimeRange(from, now.plus(7L * plan.weeks(), ChronoUnit.DAYS));
  }

  private static Spec audience(PromotionLine line, Optional<String> heldOutAudience) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("anyOf", List.of("segment:" + line.segment()));
    heldOutAudience.ifPresent(tag -> parameters.put("noneOf", List.of(tag)));
    return new Spec("audience", parameters);
  }

  private static Spec effect(PromotionLine line) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    if (line.type() == PromotionType.PERCENTAGE) {
      parameters.put("percent", line.percentOff());
    } else {
      parameters.put("thresholdMinor", BigDecimal.valueOf(line.threshold().amountMinor()));
      parameters.put("amountOffMinor", BigDecimal.valueOf(line.amountOff().amountMinor()));
    }
    if (!line.skus().isEmpty()) {
      parameters.put("skus", line.skus().stream().sorted().map(Sku::value).toList());
    }
    return new Spec(
        line.type() == PromotionType.PERCENTAGE ? "percentage" : "threshold", parameters);
  }
}
