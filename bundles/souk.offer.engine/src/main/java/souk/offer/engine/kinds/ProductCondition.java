package souk.offer.engine.kinds;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import souk.model.Reason;
import souk.model.Sku;
import souk.model.Spec;
import souk.offer.spi.ConditionKind;
import souk.offer.spi.OfferContext;

/** The cart has some articles, at least so many units of them together. */
@Component(
    service = ConditionKind.class,
    property = {
      "souk.role=ConditionKind",
      "souk.strategy=product",
      "souk.version=1.0.0",
      "souk.builtin:Boolean=true",
      "souk.title=Condition: articles in the cart"
    })
public class ProductCondition implements BuiltInCondition {
  @Override
  public final CompiledCondition compile(Spec spec) {
    Parameters.onlyKnown(spec, "skus", "minimumQuantity");
    Set<Sku> skus = Parameters.skus(spec);
    if (skus.isEmpty()) {
      throw new IllegalArgumentException("Kind %s needs skus.".formatted(spec.kind()));
    }
    BigDecimal least =
        spec.parameters().containsKey("minimumQuantity")
            ? spec.number("minimumQuantity")
            : BigDecimal.ZERO;
    if (least.signum() < 0) {
      throw new IllegalArgumentException(
          "Parameter minimumQuantity of kind %s must be at least 0, but is %s."
              .formatted(spec.kind(), least));
    }
    return new Articles(skus, least);
  }

  private record Articles(Set<Sku> skus, BigDecimal least) implements CompiledCondition {
    @Override
    public Optional<Reason> fails(OfferContext context) {
      BigDecimal units = CartAmounts.unitsOf(context, skus);
      if (units.signum() > 0 && units.compareTo(least) >= 0) {
        return Optional.empty();
      }
      String missing = least.max(BigDecimal.ONE).subtract(units).toPlainString();
      return Optional.of(
          Reason.of(
              "product.missing",
              "%s more of the %d articles of the offer is needed.".formatted(missing, skus.size()),
              missing,
              skus.size()));
    }

    @Override
    public Set<Sku> needsOneOf() {
      return skus;
    }
  }
}
