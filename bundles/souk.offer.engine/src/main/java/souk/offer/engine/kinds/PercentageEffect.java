package souk.offer.engine.kinds;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import souk.model.Reason;
import souk.model.Sku;
import souk.model.Spec;
import souk.offer.lib.PercentageDiscount;
import souk.offer.spi.EffectKind;
import souk.offer.spi.OfferContext;

/** A percentage off each line concerned. */
@Component(
    service = EffectKind.class,
    property = {
      "souk.role=EffectKind",
      "souk.strategy=percentage",
      "souk.version=1.0.0",
      "souk.builtin:Boolean=true",
      "souk.title=Effect: percentage off"
    })
public final class PercentageEffect implements BuiltInEffect {
  @Override
  public CompiledEffect compile(Spec spec) {
    Parameters.onlyKnown(spec, "percent", "skus");
    BigDecimal percent = spec.number("percent");
    if (percent.compareTo(BigDecimal.valueOf(100)) >= 0) {
      throw new IllegalArgumentException(
          "Parameter percent of kind percentage must be less than 100, but is %s."
              .formatted(percent));
    }
    return new Percentage(new PercentageDiscount(percent), Parameters.skus(spec));
  }

  private record Percentage(PercentageDiscount discount, Set<Sku> skus) implements CompiledEffect {
    @Override
    public long[] discountsMinor(OfferContext context) {
      long[] amounts = CartAmounts.grossOf(context, skus);
      for (int line = 0; line < amounts.length; line++) {
        amounts[line] = amounts[line] == 0 ? 0 : discount.of(amounts[line]);
      }
      return amounts;
    }

    @Override
    public Optional<Reason> nothing(OfferContext context) {
      return Optional.of(
          Reason.of(
              "percentage.nothing",
              "No line of the cart gets a discount of at least one minor unit."));
    }

    @Override
    public Set<Sku> actsOn() {
      return skus;
    }
  }
}
