package souk.offer.engine.compiled;

import souk.model.Spec;
import souk.offer.api.Basis;
import souk.offer.api.Offer;
import souk.offer.engine.kinds.BuiltInCondition;
import souk.offer.engine.kinds.BuiltInEffect;
import souk.offer.engine.kinds.BuiltInKinds;
import souk.offer.lib.compiled.ConditionForm;
import souk.offer.lib.compiled.EffectForm;
import souk.offer.lib.compiled.OfferForm;

/** Brings offers into the form of the library; what is not built in stays foreign. */
final class OfferForms {
  private OfferForms() {}

  /**
   * @throws IllegalArgumentException if the parameters of a built-in kind are wrong
   */
  static OfferForm of(Offer offer) {
    boolean net = offer.basis() == Basis.NET;
    BuiltInEffect effect = BuiltInKinds.EFFECTS.get(offer.effect().kind());
    OfferForm.Builder form =
        OfferForm.builder(
                offer.id(),
                effect == null
                    ? EffectForm.foreign()
                    : effect.read(offer.effect(), offer.limits().perOrder().orElse(Long.MAX_VALUE)))
            .window(offer.window().from(), offer.window().until())
            .priority(offer.priority())
            .group(offer.stackingGroup())
            .exclusive(offer.exclusive())
            .net(net)
            .counted(offer.limits().counted())
            .paused(offer.paused());
    for (Spec spec : offer.conditions()) {
      BuiltInCondition kind = BuiltInKinds.CONDITIONS.get(spec.kind());
      form.condition(kind == null ? ConditionForm.foreign() : kind.read(spec, net));
    }
    return form.build();
  }
}
