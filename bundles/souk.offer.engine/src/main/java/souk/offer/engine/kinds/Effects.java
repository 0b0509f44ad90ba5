package souk.offer.engine.kinds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import souk.model.Sku;
import souk.model.Spec;
import souk.offer.lib.compiled.EffectForm;
import souk.offer.lib.compiled.EffectForm.Part;
import souk.offer.lib.compiled.EffectForm.Per;
import souk.offer.lib.compiled.Scope;

/** Reads the parameters of the kinds of effects. */
final class Effects {
  private static final long WHOLE = 100_000_000;

  private Effects() {}

  static Map<String, BuiltInEffect> all() {
    Map<String, BuiltInEffect> kinds = new TreeMap<>();
    kinds.put("percentage", new BuiltInEffect((spec, perOrder) -> percentage(spec)));
    kinds.put("amount-off", new BuiltInEffect((spec, perOrder) -> amountOff(spec)));
    kinds.put("fixed-price", new BuiltInEffect((spec, perOrder) -> fixedPrice(spec)));
    kinds.put("threshold", new BuiltInEffect((spec, perOrder) -> threshold(spec)));
    kinds.put("every", new BuiltInEffect(Effects::every));
    kinds.put("buy-x-get-y", new BuiltInEffect(Effects::buyGet));
    kinds.put("bundle", new BuiltInEffect(Effects::bundle));
    kinds.put("mix-and-match", new BuiltInEffect(Effects::mixAndMatch));
    kinds.put("cheapest-item", new BuiltInEffect((spec, perOrder) -> cheapestItem(spec)));
    kinds.put("gift", new BuiltInEffect((spec, perOrder) -> gift(spec)));
    kinds.put("free-shipping", new BuiltInEffect((spec, perOrder) -> freeShipping(spec)));
    kinds.put("points", new BuiltInEffect((spec, perOrder) -> points(spec)));
    return Map.copyOf(kinds);
  }

  private static EffectForm percentage(Spec spec) {
    Parameters.onlyKnownAndScope(spec, "percent");
    return EffectForm.percentage(
        Parameters.scope(spec), Parameters.percent(spec, "percent", false));
  }

  private static EffectForm amountOff(Spec spec) {
    Parameters.onlyKnownAndScope(spec, "amountMinor", "per");
    Per per =
        switch (Parameters.has(spec, "per") ? spec.text("per") : "order") {
          case "order" -> Per.ORDER;
          case "line" -> Per.LINE;
          case "unit" -> Per.UNIT;
          default ->
              throw new IllegalArgumentException(
                  "Parameter per of kind amount-off must be order, line or unit, but is %s."
                      .formatted(spec.text("per")));
        };
    return EffectForm.amountOff(
        Parameters.scope(spec), Parameters.positiveMinor(spec, "amountMinor"), per);
  }

  private static EffectForm fixedPrice(Spec spec) {
    if (!Parameters.has(spec, "pricesMinor")) {
      Parameters.onlyKnownAndScope(spec, "priceMinor");
      return EffectForm.fixedPrice(
          Parameters.scope(spec), Parameters.positiveMinor(spec, "priceMinor"));
    }
    Parameters.onlyKnown(spec, "pricesMinor");
    Map<String, Long> prices = new HashMap<>();
    Parameters.nested(spec, "pricesMinor")
        .parameters()
        .forEach(
            (sku, price) -> {
              if (!(price instanceof BigDecimal number)) {
                throw new IllegalArgumentException(
                    "The price of %s of kind fixed-price must be a number, but is %s."
                        .formatted(sku, price));
              }
              prices.put(
                  new Sku(sku).value(), Parameters.positiveMinor("fixed-price", sku, number));
            });
    if (prices.isEmpty()) {
      throw new IllegalArgumentException("Parameter pricesMinor of kind fixed-price is empty.");
    }
    return EffectForm.fixedPrices(prices);
  }

  private static EffectForm threshold(Spec spec) {
    Parameters.onlyKnownAndScope(spec, "thresholdMinor", "amountOffMinor", "tiers");
    List<long[]> tiers = new ArrayList<>();
    if (Parameters.has(spec, "tiers")) {
      for (Spec tier : Parameters.list(spec, "tiers")) {
        Parameters.onlyKnown(tier, "thresholdMinor", "amountOffMinor");
        tiers.add(tier(tier));
      }
    } else {
      tiers.add(tier(spec));
    }
    if (tiers.isEmpty()) {
      throw new IllegalArgumentException("A threshold discount needs at least one tier.");
    }
    tiers.sort(Comparator.comparingLong(tier -> tier[0]));
    return EffectForm.tiers(
        Parameters.scope(spec),
        tiers.stream().mapToLong(tier -> tier[0]).toArray(),
        tiers.stream().mapToLong(tier -> tier[1]).toArray());
  }

  private static long[] tier(Spec spec) {
    long from = Parameters.positiveMinor(spec, "thresholdMinor");
    long off = Parameters.positiveMinor(spec, "amountOffMinor");
    if (off >= from) {
      throw new IllegalArgumentException(
          "A tier must take off more than 0 and less than its threshold, but takes %d off from %d.%nMaybe the two were exchanged."
              .formatted(off, from));
    }
    return new long[] {from, off};
  }

  private static EffectForm every(Spec spec, long limit) {
    Parameters.onlyKnownAndScope(spec, "thresholdMinor", "amountOffMinor", "perOrder");
    long[] tier = tier(spec);
    return EffectForm.every(
        Parameters.scope(spec), tier[0], tier[1], Parameters.perOrder(spec, limit));
  }

  private static EffectForm buyGet(Spec spec, long limit) {
    Parameters.onlyKnownAndScope(spec, "buy", "get", "percent", "reward", "perOrder");
    long buy = Parameters.count(spec, "buy", 1_000);
    long get = Parameters.count(spec, "get", 1_000);
    long percent =
        Parameters.has(spec, "percent") ? Parameters.percent(spec, "percent", true) : WHOLE;
    long perOrder = Parameters.perOrder(spec, limit);
    Scope scope = Parameters.scope(spec);
    if (!Parameters.has(spec, "reward")) {
      return EffectForm.buyGet(scope, buy, get, percent, perOrder);
    }
    Spec reward = Parameters.nested(spec, "reward");
    Parameters.onlyKnownAndScope(reward);
    return EffectForm.buyGet(scope, Parameters.scope(reward), buy, get, percent, perOrder);
  }

  private static EffectForm bundle(Spec spec, long limit) {
    Parameters.onlyKnown(spec, "items", "priceMinor", "perOrder");
    Map<String, Long> items = new TreeMap<>();
    for (Spec item : Parameters.list(spec, "items")) {
      Parameters.onlyKnown(item, "sku", "quantity");
      items.merge(
          new Sku(item.text("sku")).value(),
          Parameters.count(item, "quantity", 1_000, 1),
          Long::sum);
    }
    List<Part> parts = new ArrayList<>();
    items.forEach((sku, quantity) -> parts.add(new Part(Scope.skus(sku), quantity)));
    return EffectForm.bundle(
        parts, Parameters.positiveMinor(spec, "priceMinor"), Parameters.perOrder(spec, limit));
  }

  private static EffectForm mixAndMatch(Spec spec, long limit) {
    Parameters.onlyKnownAndScope(spec, "quantity", "priceMinor", "perOrder");
    return EffectForm.mixAndMatch(
        Parameters.scope(spec),
        Parameters.count(spec, "quantity", 1_000),
        Parameters.positiveMinor(spec, "priceMinor"),
        Parameters.perOrder(spec, limit));
  }

  private static EffectForm cheapestItem(Spec spec) {
    Parameters.onlyKnownAndScope(spec, "percent", "quantity");
    return EffectForm.cheapestItem(
        Parameters.scope(spec),
        Parameters.count(spec, "quantity", 1_000, 1),
        Parameters.percent(spec, "percent", true));
  }

  private static EffectForm gift(Spec spec) {
    Parameters.onlyKnown(spec, "sku", "quantity");
    Parameters.checkSku(spec, "sku");
    return EffectForm.once(Parameters.count(spec, "quantity", 1_000, 1));
  }

  private static EffectForm freeShipping(Spec spec) {
    Parameters.onlyKnown(spec);
    return EffectForm.once(1);
  }

  private static EffectForm points(Spec spec) {
    Parameters.onlyKnownAndScope(spec, "points", "everyMinor");
    long every =
        Parameters.has(spec, "everyMinor") ? Parameters.positiveMinor(spec, "everyMinor") : 0;
    return EffectForm.points(
        Parameters.scope(spec), Parameters.count(spec, "points", 1_000_000_000), every);
  }
}
