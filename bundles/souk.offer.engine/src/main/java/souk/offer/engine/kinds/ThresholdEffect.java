package souk.offer.engine.kinds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import souk.model.Money;
import souk.model.Reason;
import souk.model.Sku;
import souk.model.Spec;
import souk.offer.lib.ThresholdTiers;
import souk.offer.lib.ThresholdTiers.Tier;
import souk.offer.spi.EffectKind;
import souk.offer.spi.OfferContext;

/** Money off once the cart, or some articles of it, reaches an amount. */
@Component(
    service = EffectKind.class,
    property = {
      "souk.role=EffectKind",
      "souk.strategy=threshold",
      "souk.version=1.0.0",
      "souk.builtin:Boolean=true",
      "souk.title=Effect: money off from an amount"
    })
public final class ThresholdEffect implements BuiltInEffect {
  @Override
  public CompiledEffect compile(Spec spec) {
    Parameters.onlyKnown(spec, "thresholdMinor", "amountOffMinor", "tiers", "skus");
    return new Threshold(new ThresholdTiers(tiers(spec)), Parameters.skus(spec));
  }

  private static List<Tier> tiers(Spec spec) {
    if (!spec.parameters().containsKey("tiers")) {
      return List.of(
          new Tier(
              Parameters.positiveMinor(spec, "thresholdMinor"),
              Parameters.positiveMinor(spec, "amountOffMinor")));
    }
    List<Tier> tiers = new ArrayList<>();
    if (spec.parameters().get("tiers") instanceof List<?> list) {
      for (Object element : list) {
        if (!(element instanceof Map<?, ?> tier)) {
          throw new IllegalArgumentException(
              "Each tier of kind threshold must be a map, but one is %s.".formatted(element));
        }
        tiers.add(new Tier(minor(tier, "thresholdMinor"), minor(tier, "amountOffMinor")));
      }
    }
    return tiers;
  }

  private static long minor(Map<?, ?> tier, String name) {
    if (tier.get(name) instanceof BigDecimal number) {
      return Parameters.positiveMinor("threshold", name, number);
    }
    throw new IllegalArgumentException(
        "A tier of kind threshold needs the number %s, but has %s.".formatted(name, tier));
  }

  private record Threshold(ThresholdTiers tiers, Set<Sku> skus) implements CompiledEffect {
    @Override
    public long[] discountsMinor(OfferContext context) {
      return tiers.discounts(CartAmounts.grossOf(context, skus));
    }

    @Override
    public Optional<Reason> nothing(OfferContext context) {
      long total = CartAmounts.totalOf(context, skus);
      return tiers
          .next(total)
          .map(
              tier -> {
                Money missing = CartAmounts.money(context, tier.fromMinor() - total);
                Money off = CartAmounts.money(context, tier.offMinor());
                return Reason.of(
                    "threshold.near-miss",
                    "%s more for %s off.".formatted(missing, off),
                    missing,
                    off);
              });
    }

    @Override
    public Set<Sku> actsOn() {
      return skus;
    }
  }
}
