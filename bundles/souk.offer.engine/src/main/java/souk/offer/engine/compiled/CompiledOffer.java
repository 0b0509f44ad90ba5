package souk.offer.engine.compiled;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import souk.model.Reason;
import souk.model.Sku;
import souk.model.Spec;
import souk.offer.api.Offer;
import souk.offer.engine.compiled.ExternalKinds.KindUnavailableException;
import souk.offer.engine.kinds.BuiltInCondition;
import souk.offer.engine.kinds.BuiltInEffect;
import souk.offer.engine.kinds.BuiltInKinds;
import souk.offer.engine.kinds.CompiledCondition;
import souk.offer.engine.kinds.CompiledEffect;

/** An offer whose built-in conditions and effect were read once. Immutable. */
public final class CompiledOffer {
  private final Offer offer;
  private final List<Condition> conditions;
  private final @Nullable CompiledEffect effect;

  /** A condition, compiled if its kind is built in. */
  private record Condition(Spec spec, @Nullable CompiledCondition compiled) {}

  /**
   * What came of an offer for a cart.
   *
   * @param discountsMinor per line, empty if it does not apply
   * @param rejection why it does not apply, or null
   */
  public record Outcome(long[] discountsMinor, @Nullable Reason rejection) {
    private static final long[] NOTHING = {};

    static Outcome rejected(Reason reason) {
      return new Outcome(NOTHING, reason);
    }
  }

  /**
   * @throws IllegalArgumentException if the parameters of a built-in kind are wrong
   */
  public CompiledOffer(Offer offer) {
    this.offer = offer;
    List<Condition> compiled = new ArrayList<>();
    for (Spec spec : offer.conditions()) {
      BuiltInCondition kind = BuiltInKinds.CONDITIONS.get(spec.kind());
      compiled.add(new Condition(spec, kind == null ? null : kind.compile(spec)));
    }
    this.conditions = List.copyOf(compiled);
    BuiltInEffect kind = BuiltInKinds.EFFECTS.get(offer.effect().kind());
    this.effect = kind == null ? null : kind.compile(offer.effect());
  }

  public Offer offer() {
    return offer;
  }

  /** Evaluates conditions in order, then the effect. */
  Outcome evaluate(CartContext cart, ExternalKinds external) {
    try {
      for (Condition condition : conditions) {
        Optional<Reason> failure =
            condition.compiled() != null
                ? condition.compiled().fails(cart)
                : external.fails(condition.spec(), cart);
        if (failure.isPresent()) {
          return Outcome.rejected(failure.get());
        }
      }
      long[] discounts =
          effect != null
              ? effect.discountsMinor(cart)
              : external.discountsMinor(offer.effect(), cart);
      return anything(discounts) ? new Outcome(discounts, null) : Outcome.rejected(nothing(cart));
    } catch (KindUnavailableException missing) {
      return Outcome.rejected(missing.reason());
    }
  }

  /** Articles of which the cart must have one for the offer to be a candidate; empty for any. */
  Set<Sku> skus() {
    for (Condition condition : conditions) {
      if (condition.compiled() != null && !condition.compiled().needsOneOf().isEmpty()) {
        return condition.compiled().needsOneOf();
      }
    }
    return effect == null ? Set.of() : effect.actsOn();
  }

  /** Tags of which the customer must have one; empty for any. */
  Set<String> tags() {
    for (Condition condition : conditions) {
      if (condition.compiled() != null && !condition.compiled().needsOneTagOf().isEmpty()) {
        return condition.compiled().needsOneTagOf();
      }
    }
    return Set.of();
  }

  private Reason nothing(CartContext cart) {
    Optional<Reason> reason = effect == null ? Optional.empty() : effect.nothing(cart);
    return reason.orElseGet(
        () -> Reason.of("effect.nothing", "The offer takes nothing off this cart."));
  }

  private static boolean anything(long[] discounts) {
    for (long discount : discounts) {
      if (discount > 0) {
        return true;
      }
    }
    return false;
  }
}
