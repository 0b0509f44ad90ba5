package souk.offer.lib.compiled;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** An effect as data. Amounts are minor units, percentages millionths of a percent. Immutable. */
public final class EffectForm {
  private final Function<Interning, Effect> binding;

  private EffectForm(Function<Interning, Effect> binding) {
    this.binding = binding;
  }

  Effect bind(Interning in) {
    return binding.apply(in);
  }

  /** One part of a bundle. */
  public record Part(Scope scope, long quantity) {}

  /** What an amount off is taken from. */
  public enum Per {
    ORDER,
    LINE,
    UNIT
  }

  /** A share off each line, half-even per line; 10 percent are 10,000,000. */
  public static EffectForm percentage(Scope scope, long millionths) {
    inRange("percentage", millionths, Exact.WHOLE_MILLIONTHS);
    return new EffectForm(in -> new LineEffects.Percentage(in.scope(scope), millionths));
  }

  /** An amount off the order, spread by largest remainder, or off each line or unit. */
  public static EffectForm amountOff(Scope scope, long minor, Per per) {
    inRange("amount", minor, Long.MAX_VALUE);
    return new EffectForm(
        in ->
            per == Per.ORDER
                ? new OrderEffects.AmountOff(in.scope(scope), minor)
                : new LineEffects.AmountOffEach(in.scope(scope), minor, per == Per.UNIT));
  }

  /** One price per unit, where it is lower. */
  public static EffectForm fixedPrice(Scope scope, long minor) {
    inRange("price", minor, Long.MAX_VALUE);
    return new EffectForm(in -> new LineEffects.FixedPrice(in.scope(scope), minor));
  }

  /** A price per unit by article, where it is lower. */
  public static EffectForm fixedPrices(Map<String, Long> minorBySku) {
    Map<String, Long> prices = new TreeMap<>(minorBySku);
    return new EffectForm(in -> in.fixedPrices(prices));
  }

  /**
   * The amount of the highest tier reached.
   *
   * @param from thresholds in ascending order
   * @param off amounts in ascending order, each less than its threshold
   */
  public static EffectForm tiers(Scope scope, long[] from, long[] off) {
    long[] thresholds = from.clone();
    long[] amounts = off.clone();
    if (thresholds.length == 0 || thresholds.length != amounts.length) {
      throw new IllegalArgumentException(
          "A threshold effect needs as many amounts as thresholds, at least one.");
    }
    for (int i = 0; i < thresholds.length; i++) {
      boolean ascending =
          i == 0 || (thresholds[i] > thresholds[i - 1] && amounts[i] > amounts[i - 1]);
      if (amounts[i] <= 0 || amounts[i] >= thresholds[i] || !ascending) {
        throw new IllegalArgumentException(
            "Tiers must ascend, and each take off less than its threshold, but %d takes off %d.%nMaybe the two were exchanged."
                .formatted(thresholds[i], amounts[i]));
      }
    }
    return new EffectForm(in -> new OrderEffects.Tiers(in.scope(scope), thresholds, amounts));
  }

  /** An amount for each full threshold, at most so often. */
  public static EffectForm every(Scope scope, long threshold, long off, long perOrder) {
    inRange("threshold", threshold, Long.MAX_VALUE);
    inRange("amount off", off, threshold - 1);
    inRange("number of times", perOrder, Long.MAX_VALUE);
    return new EffectForm(in -> new OrderEffects.Every(in.scope(scope), threshold, off, perOrder));
  }

  /** N for M: for each {@code buy} units, {@code get} more of the same, the cheapest. */
  public static EffectForm buyGet(Scope scope, long buy, long get, long millionths, long perOrder) {
    return buyGet(scope, scope, buy, get, millionths, perOrder);
  }

  /** For each {@code buy} units of some articles, {@code get} of others, the cheapest. */
  public static EffectForm buyGet(
      Scope buyScope, Scope getScope, long buy, long get, long millionths, long perOrder) {
    inRange("number to buy", buy, Exact.MICROS);
    inRange("number to get", get, Exact.MICROS);
    inRange("percentage", millionths, Exact.WHOLE_MILLIONTHS);
    inRange("number of times", perOrder, Long.MAX_VALUE);
    return new EffectForm(
        in -> {
          ScopeRef bought = in.scope(buyScope);
          ScopeRef given = buyScope == getScope ? bought : in.scope(getScope);
          return new UnitEffects.BuyGet(bought, given, buy, get, millionths, perOrder);
        });
  }

  /** Sets at one price. */
  public static EffectForm bundle(List<Part> parts, long price, long perOrder) {
    List<Part> all = List.copyOf(parts);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("A bundle needs at least one part.");
    }
    all.forEach(part -> inRange("quantity", part.quantity(), Exact.MICROS));
    inRange("price", price, Long.MAX_VALUE);
    inRange("number of times", perOrder, Long.MAX_VALUE);
    return new EffectForm(
        in ->
            new BundleEffect(
                all.stream().map(part -> in.scope(part.scope())).toArray(ScopeRef[]::new),
                all.stream().mapToLong(Part::quantity).toArray(),
                price,
                perOrder));
  }

  /** Any so many units for one price. */
  public static EffectForm mixAndMatch(Scope scope, long quantity, long price, long perOrder) {
    inRange("quantity", quantity, Exact.MICROS);
    inRange("price", price, Long.MAX_VALUE);
    inRange("number of times", perOrder, Long.MAX_VALUE);
    return new EffectForm(
        in -> new UnitEffects.MixAndMatch(in.scope(scope), quantity, price, perOrder));
  }

  /** A share off the cheapest units. */
  public static EffectForm cheapestItem(Scope scope, long quantity, long millionths) {
    inRange("quantity", quantity, Exact.MICROS);
    inRange("percentage", millionths, Exact.WHOLE_MILLIONTHS);
    return new EffectForm(
        in -> new UnitEffects.CheapestItem(in.scope(scope), quantity, millionths));
  }

  /** A gift, or free shipping: so many of it, once per order. */
  public static EffectForm once(long amount) {
    inRange("amount", amount, Long.MAX_VALUE);
    return new EffectForm(in -> new OrderEffects.Gain(ScopeRef.ALL, amount, 0));
  }

  /** Points: once per order, or for each full amount spent on some articles. */
  public static EffectForm points(Scope scope, long points, long everyMinor) {
    inRange("number of points", points, Exact.MICROS * Exact.MICROS);
    return new EffectForm(in -> new OrderEffects.Gain(in.scope(scope), points, everyMinor));
  }

  /** An effect of somebody else, asked through {@link Foreign}. */
  public static EffectForm foreign() {
    return new EffectForm(in -> OrderEffects.ForeignEffect.INSTANCE);
  }

  private static void inRange(String what, long value, long most) {
    if (value <= 0 || value > most) {
      throw new IllegalArgumentException(
          "The %s of an effect must be greater than 0 and at most %d, but is %d."
              .formatted(what, most, value));
    }
  }
}
