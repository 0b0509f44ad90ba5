package souk.offer.engine.kinds;

import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import souk.model.Money;
import souk.model.Reason;
import souk.model.Sku;
import souk.model.Spec;
import souk.offer.spi.ConditionKind;
import souk.offer.spi.OfferContext;

/** The cart, or some articles of it, is worth a least amount before offers. */
@Component(
    service = ConditionKind.class,
    property = {
      "souk.role=ConditionKind",
      "souk.strategy=cart-minimum",
      "souk.version=1.0.0",
      "souk.builtin:Boolean=true",
      "souk.title=Condition: least cart amount"
    })
public final class CartMinimumCondition implements BuiltInCondition {
  @Override
  public CompiledCondition compile(Spec spec) {
    Parameters.onlyKnown(spec, "amountMinor", "skus");
    return new Minimum(Parameters.positiveMinor(spec, "amountMinor"), Parameters.skus(spec));
  }

  private record Minimum(long amountMinor, Set<Sku> skus) implements CompiledCondition {
    @Override
    public Optional<Reason> fails(OfferContext context) {
      long total = CartAmounts.totalOf(context, skus);
      if (total >= amountMinor) {
        return Optional.empty();
      }
      Money missing = CartAmounts.money(context, amountMinor - total);
      Money least = CartAmounts.money(context, amountMinor);
      return Optional.of(
          Reason.of(
              "cart-minimum.missing",
              "%s more is needed to reach %s.".formatted(missing, least),
              missing,
              least));
    }

    @Override
    public Set<Sku> needsOneOf() {
      return skus;
    }
  }
}
