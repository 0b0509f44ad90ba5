package souk.offer.lib.reference;

import java.util.List;
import java.util.Set;
import souk.offer.lib.compiled.ConditionForm;
import souk.offer.lib.compiled.EffectForm;
import souk.offer.lib.compiled.OfferForm;
import souk.offer.lib.compiled.Scope;

/**
 * An offer in plain values.
 *
 * @param id unique
 * @param priority higher goes first
 * @param group stacking group
 * @param exclusive alone or not at all
 * @param net computed on what is left
 * @param from first nanosecond
 * @param until first nanosecond after
 * @param conditions all must hold
 * @param effect what it gives
 */
public record PlainOffer(
    String id,
    int priority,
    String group,
    boolean exclusive,
    boolean net,
    long from,
    long until,
    List<PlainCondition> conditions,
    PlainEffect effect) {

  /** Articles concerned: of one of the categories and one of the brands and one of the skus. */
  public record PlainScope(Set<String> skus, Set<String> categories, Set<String> brands) {
    Scope form() {
      return Scope.of(skus, categories, brands);
    }

    boolean names(PlainCart.PlainArticle article) {
      return (skus.isEmpty() || skus.contains(article.sku()))
          && (brands.isEmpty() || brands.contains(article.brand()))
          && (categories.isEmpty() || article.categories().stream().anyMatch(categories::contains));
    }
  }

  /** Kinds of conditions. */
  public enum ConditionKind {
    AMOUNT,
    NET_AMOUNT,
    UNITS,
    TAG,
    NO_TAG,
    COUPON,
    STORE,
    CHANNEL,
    PAYMENT
  }

  /**
   * @param number least amount or millionths of a unit
   * @param text tag, code, store, channel or method
   */
  public record PlainCondition(ConditionKind kind, PlainScope scope, long number, String text) {
    ConditionForm form() {
      return switch (kind) {
        case AMOUNT -> ConditionForm.leastAmount(scope.form(), number, false);
        case NET_AMOUNT -> ConditionForm.leastAmount(scope.form(), number, true);
        case UNITS -> ConditionForm.leastUnits("quantity-minimum", scope.form(), number);
        case TAG -> ConditionForm.audience(Set.of(text), Set.of());
        case NO_TAG -> ConditionForm.audience(Set.of(), Set.of(text));
        case COUPON -> ConditionForm.coupon(text);
        case STORE -> ConditionForm.store(Set.of(text), Set.of());
        case CHANNEL -> ConditionForm.channel(Set.of(text), Set.of());
        case PAYMENT -> ConditionForm.payment(Set.of(text), Set.of());
      };
    }
  }

  /** Kinds of effects. */
  public enum EffectKind {
    PERCENTAGE,
    AMOUNT_OFF_ORDER,
    AMOUNT_OFF_LINE,
    AMOUNT_OFF_UNIT,
    FIXED_PRICE,
    TIERS,
    EVERY,
    BUY_GET,
    BUY_GET_OTHERS,
    BUNDLE,
    MIX_AND_MATCH,
    CHEAPEST_ITEM
  }

  /**
   * @param a amount, percentage, threshold, units to buy or quantity
   * @param b amount off, units to get, price or percentage
   * @param c second threshold, or percentage
   * @param d amount off of it
   * @param perOrder most repetitions
   */
  public record PlainEffect(
      EffectKind kind,
      PlainScope scope,
      PlainScope other,
      long a,
      long b,
      long c,
      long d,
      long perOrder) {
    EffectForm form() {
      Scope where = scope.form();
      return switch (kind) {
        case PERCENTAGE -> EffectForm.percentage(where, a);
        case AMOUNT_OFF_ORDER -> EffectForm.amountOff(where, a, EffectForm.Per.ORDER);
        case AMOUNT_OFF_LINE -> EffectForm.amountOff(where, a, EffectForm.Per.LINE);
        case AMOUNT_OFF_UNIT -> EffectForm.amountOff(where, a, EffectForm.Per.UNIT);
        case FIXED_PRICE -> EffectForm.fixedPrice(where, a);
        case TIERS -> EffectForm.tiers(where, new long[] {a, c}, new long[] {b, d});
        case EVERY -> EffectForm.every(where, a, b, perOrder);
        case BUY_GET -> EffectForm.buyGet(where, a, b, c, perOrder);
        case BUY_GET_OTHERS -> EffectForm.buyGet(where, other.form(), a, b, c, perOrder);
        case BUNDLE ->
            EffectForm.bundle(
                List.of(new EffectForm.Part(where, a), new EffectForm.Part(other.form(), b)),
                c,
                perOrder);
        case MIX_AND_MATCH -> EffectForm.mixAndMatch(where, a, b, perOrder);
        case CHEAPEST_ITEM -> EffectForm.cheapestItem(where, a, b);
      };
    }
  }

  /** For the compiled form. */
  public OfferForm form() {
    OfferForm.Builder form =
        OfferForm.builder(id, effect.form())
            .priority(priority)
            .group(group)
            .exclusive(exclusive)
            .net(net)
            .window(instant(from), instant(until));
    conditions.forEach(condition -> form.condition(condition.form()));
    return form.build();
  }

  private static java.time.Instant instant(long nanos) {
    return java.time.Instant.ofEpochSecond(0, nanos);
  }
}
