package souk.offer.engine.kinds;

import java.util.List;
import java.util.Optional;
import souk.model.CartLine;
import souk.model.Reason;
import souk.model.Spec;
import souk.offer.api.Benefit;
import souk.offer.lib.compiled.CartInput;
import souk.offer.lib.compiled.ConditionForm;
import souk.offer.lib.compiled.EffectForm;
import souk.offer.lib.compiled.OfferForm;
import souk.offer.lib.compiled.OfferSet;
import souk.offer.lib.compiled.QuoteResult;
import souk.offer.lib.compiled.Quoting;
import souk.offer.lib.compiled.Selector;
import souk.offer.spi.OfferContext;

/** Evaluates a single condition or effect for whoever asks for its kind as a service. */
final class OneKind {
  private OneKind() {}

  static Optional<Reason> fails(ConditionForm condition, Spec spec, OfferContext context) {
    OfferForm offer = OfferForm.builder("one", EffectForm.once(1)).condition(condition).build();
    return quote(offer, context).benefitCount() == 1
        ? Optional.empty()
        : Optional.of(reason(offer, spec, context));
  }

  private static Reason reason(OfferForm offer, Spec spec, OfferContext context) {
    Quoting quoting = new Quoting();
    quoting.quote(set(offer, context), input(context), Selector.BY_PRIORITY);
    return MissTexts.condition(
        quoting.findings().get(0).failures().get(0), spec, context.cart(), context.audience());
  }

  static long[] discounts(EffectForm effect, OfferContext context) {
    QuoteResult result = quote(OfferForm.builder("one", effect).build(), context);
    long[] discounts = new long[result.lines()];
    for (int line = 0; line < discounts.length; line++) {
      discounts[line] = result.appliedCount() == 0 ? 0 : result.share(0, line);
    }
    return discounts;
  }

  static List<Benefit> benefits(
      String offerId, EffectForm effect, Spec spec, OfferContext context) {
    QuoteResult result = quote(OfferForm.builder("one", effect).build(), context);
    return result.benefitCount() == 0
        ? List.of()
        : List.of(Benefits.of(offerId, spec, result.benefitAmount(0)));
  }

  private static QuoteResult quote(OfferForm offer, OfferContext context) {
    return new Quoting().quote(set(offer, context), input(context), Selector.BY_PRIORITY);
  }

  private static OfferSet set(OfferForm offer, OfferContext context) {
    OfferSet.Builder set = OfferSet.builder().zone(context.zone()).offer(offer);
    int lines = context.cart().lines().size();
    for (int line = 0; line < lines; line++) {
      String sku = context.cart().lines().get(line).sku().value();
      var facts = context.article(line);
      set.article(
          sku,
          1,
          0,
          facts.map(souk.offer.api.ArticleFacts::categories).orElse(List.of()),
          facts.flatMap(souk.offer.api.ArticleFacts::brand).orElse(null));
    }
    return set.build();
  }

  private static CartInput input(OfferContext context) {
    CartInput input = new CartInput().at(context.at()).channel(context.cart().channel());
    List<CartLine> lines = context.cart().lines();
    for (int line = 0; line < lines.size(); line++) {
      input.amount(
          lines.get(line).sku().value(),
          CartInput.micros(lines.get(line).quantity()),
          context.netMinor(line));
    }
    context.audience().forEach(input::tag);
    context.cart().coupons().forEach(input::coupon);
    context.couponBatches().forEach(input::batch);
    context.cart().store().ifPresent(input::store);
    context.cart().payment().ifPresent(input::payment);
    return input;
  }
}
