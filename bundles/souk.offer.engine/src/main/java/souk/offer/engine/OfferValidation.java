package souk.offer.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import souk.kernel.api.CallOptions;
import souk.kernel.api.RoutingException;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.StrategyRouter;
import souk.model.Reason;
import souk.model.Sku;
import souk.model.Spec;
import souk.offer.api.Offer;
import souk.offer.api.OfferBook;
import souk.offer.api.PriceBook;
import souk.offer.engine.kinds.BuiltInCondition;
import souk.offer.engine.kinds.BuiltInEffect;
import souk.offer.engine.kinds.BuiltInKinds;
import souk.offer.spi.ConditionKind;
import souk.offer.spi.EffectKind;

/** Finds what is wrong with offers before they are published. Used once, by one thread. */
final class OfferValidation {
  private final StrategyRouter router;
  private final long deadlineMillis;
  private final PriceBook prices;
  private final List<Reason> findings = new ArrayList<>();

  OfferValidation(StrategyRouter router, long deadlineMillis, PriceBook prices) {
    this.router = router;
    this.deadlineMillis = deadlineMillis;
    this.prices = prices;
  }

  List<Reason> check(OfferBook book) {
    for (Offer offer : book.offers()) {
      if (!offer.window().from().isBefore(offer.window().until())) {
        add(
            offer,
            "offer.empty-window",
            "never holds: it ends when it starts, at "
                + offer.window().from()
                + ".\nMaybe its end was left out.");
      }
      for (Spec condition : offer.conditions()) {
        condition(offer, condition);
      }
      effect(offer, offer.effect());
    }
    return List.copyOf(findings);
  }

  private void condition(Offer offer, Spec spec) {
    BuiltInCondition builtIn = BuiltInKinds.CONDITIONS.get(spec.kind());
    if (builtIn != null) {
      builtIn
          .validate(spec)
          .forEach(problem -> add(offer, problem.code(), "cannot be read. " + problem.text()));
      unknownSkus(offer, spec);
    } else {
      external(
          offer,
          spec,
          ConditionKind.class,
          BuiltInKinds.sorted(BuiltInKinds.CONDITIONS),
          kind -> kind.validate(spec));
    }
  }

  private void effect(Offer offer, Spec spec) {
    BuiltInEffect builtIn = BuiltInKinds.EFFECTS.get(spec.kind());
    if (builtIn != null) {
      builtIn
          .validate(spec)
          .forEach(problem -> add(offer, problem.code(), "cannot be read. " + problem.text()));
      unknownSkus(offer, spec);
    } else {
      external(
          offer,
          spec,
          EffectKind.class,
          BuiltInKinds.sorted(BuiltInKinds.EFFECTS),
          kind -> kind.validate(spec));
    }
  }

  private <S> void external(
      Offer offer,
      Spec spec,
      Class<S> role,
      Set<String> builtIn,
      souk.kernel.api.StrategyCall<S, List<Reason>> call) {
    StrategyRef ref = Kinds.find(router, role, spec.kind()).orElse(null);
    if (ref == null) {
      add(
          offer,
          "offer.unknown-kind",
          "uses the kind %s, which no bundle offers as %s; built in are %s.%nMaybe it is misspelt, or its bundle is not installed."
              .formatted(spec.kind(), role.getSimpleName(), String.join(", ", builtIn)));
      return;
    }
    try {
      router
          .call(role, CallOptions.<List<Reason>>within(deadlineMillis).only(ref), call)
          .value()
          .forEach(problem -> add(offer, problem.code(), "cannot be read. " + problem.text()));
    } catch (RoutingException failed) {
      add(offer, "offer.kind-failed", "could not be checked: " + failed.getMessage());
    }
  }

  private void unknownSkus(Offer offer, Spec spec) {
    if (!(spec.parameters().get("skus") instanceof List<?> skus)) {
      return;
    }
    Set<String> unknown = new TreeSet<>();
    for (Object sku : skus) {
      if (sku instanceof String text && !text.isBlank() && prices.price(new Sku(text)).isEmpty()) {
        unknown.add(text);
      }
    }
    if (!unknown.isEmpty()) {
      add(
          offer,
          "offer.unknown-sku",
          "names %d articles without a price, for example %s.%nMaybe they are misspelt, or their prices are not published."
              .formatted(unknown.size(), unknown.iterator().next()));
    }
  }

  private void add(Offer offer, String code, String what) {
    findings.add(Reason.of(code, "Offer " + offer.id() + " " + what, offer.id()));
  }
}
