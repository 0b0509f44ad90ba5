package souk.offer.lib.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import souk.offer.lib.reference.PlainOffer.PlainEffect;
import souk.offer.lib.reference.PlainOffer.PlainScope;

/** What an effect wants, worked out with decimals and unit by unit. */
final class PlainAmounts {
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  private final PlainCart cart;
  private final long[] amounts;

  PlainAmounts(PlainCart cart, long[] amounts) {
    this.cart = cart;
    this.amounts = amounts;
  }

  static long price(long unit, long micros, RoundingMode rounding) {
    return BigDecimal.valueOf(unit)
        .multiply(BigDecimal.valueOf(micros))
        .divide(MILLION, 0, rounding)
        .longValueExact();
  }

  long[] wants(PlainEffect effect) {
    return switch (effect.kind()) {
      case PERCENTAGE -> each(effect.scope(), line -> percent(amounts[line], effect.a()));
      case AMOUNT_OFF_LINE -> each(effect.scope(), line -> Math.min(amounts[line], effect.a()));
      case AMOUNT_OFF_UNIT ->
          each(
              effect.scope(),
              line -> Math.min(amounts[line], half(effect.a(), cart.lines().get(line).micros())));
      case FIXED_PRICE ->
          each(
              effect.scope(),
              line ->
                  Math.max(0, amounts[line] - half(effect.a(), cart.lines().get(line).micros())));
      case AMOUNT_OFF_ORDER -> spread(effect.scope(), Math.min(effect.a(), sum(effect.scope())));
      case TIERS -> {
        long sum = sum(effect.scope());
        yield spread(
            effect.scope(), sum >= effect.c() ? effect.d() : sum >= effect.a() ? effect.b() : 0);
      }
      case EVERY ->
          spread(
              effect.scope(),
              Math.min(effect.perOrder(), sum(effect.scope()) / effect.a()) * effect.b());
      case CHEAPEST_ITEM -> off(cheapest(effect.scope()), effect.a(), effect.b());
      case BUY_GET, BUY_GET_OTHERS -> buyGet(effect);
      case MIX_AND_MATCH ->
          sets(
              List.of(dearest(effect.scope())), List.of(effect.a()), effect.b(), effect.perOrder());
      case BUNDLE -> bundle(effect);
    };
  }

  private long[] bundle(PlainEffect effect) {
    List<Integer> first = dearest(effect.scope());
    List<Integer> second = new ArrayList<>(dearest(effect.other()));
    second.removeIf(line -> effect.scope().names(cart.lines().get(line).article()));
    return sets(
        List.of(first, second), List.of(effect.a(), effect.b()), effect.c(), effect.perOrder());
  }

  private static long half(long unit, long micros) {
    return price(unit, micros, RoundingMode.HALF_EVEN);
  }

  private static long percent(long amount, long millionths) {
    return BigDecimal.valueOf(amount)
        .multiply(BigDecimal.valueOf(millionths))
        .divide(BigDecimal.valueOf(100_000_000), 0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }

  private long[] each(PlainScope scope, java.util.function.IntToLongFunction of) {
    return IntStream.range(0, amounts.length)
        .mapToLong(line -> scope.names(cart.lines().get(line).article()) ? of.applyAsLong(line) : 0)
        .toArray();
  }

  long sum(PlainScope scope) {
    return java.util.Arrays.stream(each(scope, line -> amounts[line])).sum();
  }

  private long[] spread(PlainScope scope, long total) {
    return Allocation.byLargestRemainder(total, each(scope, line -> amounts[line]));
  }

  /** Whole units, one entry of its line for each, cheapest first. */
  private List<Integer> cheapest(PlainScope scope) {
    List<Integer> units = new ArrayList<>();
    IntStream.range(0, amounts.length)
        .filter(line -> scope.names(cart.lines().get(line).article()))
        .boxed()
        .sorted(Comparator.comparing(this::unitValue))
        .forEach(
            line -> {
              for (long k = cart.lines().get(line).micros() / 1_000_000; k > 0; k--) {
                units.add(line);
              }
            });
    return units;
  }

  private List<Integer> dearest(PlainScope scope) {
    List<Integer> units = cheapest(scope);
    java.util.Collections.reverse(units);
    return units;
  }

  private BigDecimal unitValue(int line) {
    return BigDecimal.valueOf(amounts[line])
        .divide(BigDecimal.valueOf(cart.lines().get(line).micros()), 40, RoundingMode.DOWN);
  }

  private long[] values(List<Integer> units, long count) {
    long[] taken = new long[amounts.length];
    units.subList(0, (int) Math.min(count, units.size())).forEach(line -> taken[line]++);
    long[] values = new long[amounts.length];
    for (int line = 0; line < values.length; line++) {
      values[line] =
          BigDecimal.valueOf(amounts[line])
              .multiply(BigDecimal.valueOf(taken[line] * 1_000_000))
              .divide(
                  BigDecimal.valueOf(cart.lines().get(line).micros()), 0, RoundingMode.HALF_EVEN)
              .longValueExact();
    }
    return values;
  }

  private long[] off(List<Integer> units, long count, long millionths) {
    return java.util.Arrays.stream(values(units, count))
        .map(value -> percent(value, millionths))
        .toArray();
  }

  private long[] buyGet(PlainEffect effect) {
    PlainScope given =
        effect.kind() == PlainOffer.EffectKind.BUY_GET ? effect.scope() : effect.other();
    List<Integer> units = cheapest(given);
    long bought = cheapest(effect.scope()).size();
    long times = 0;
    while (times < effect.perOrder()
        && times * effect.b() < units.size()
        && bought - ofBought(effect, units, (times + 1) * effect.b()) >= (times + 1) * effect.a()) {
      times++;
    }
    if (given == effect.scope()) {
      times = Math.min(effect.perOrder(), bought / (effect.a() + effect.b()));
    }
    return off(units, times * effect.b(), effect.c());
  }

  private long ofBought(PlainEffect effect, List<Integer> units, long count) {
    return units.subList(0, (int) Math.min(count, units.size())).stream()
        .filter(line -> effect.scope().names(cart.lines().get(line).article()))
        .count();
  }

  /** As many sets as are each worth more than the price, before anything is rounded. */
  private long[] sets(List<List<Integer>> parts, List<Long> quantities, long price, long perOrder) {
    long sets = 0;
    while (sets < perOrder && worth(parts, quantities, sets).compareTo(price(price)) > 0) {
      sets++;
    }
    long[] values = new long[amounts.length];
    for (int i = 0; i < parts.size(); i++) {
      long[] part = values(parts.get(i), sets * quantities.get(i));
      for (int line = 0; line < part.length; line++) {
        values[line] += part[line];
      }
    }
    long sum = java.util.Arrays.stream(values).sum();
    return sum <= sets * price
        ? new long[amounts.length]
        : Allocation.byLargestRemainder(sum - sets * price, values);
  }

  private static BigDecimal price(long minor) {
    return BigDecimal.valueOf(minor).divide(MILLION);
  }

  /** What the set behind some others is worth, in millions of minor units; 0 if there is none. */
  private BigDecimal worth(List<List<Integer>> parts, List<Long> quantities, long before) {
    BigDecimal worth = BigDecimal.ZERO;
    for (int i = 0; i < parts.size(); i++) {
      long each = quantities.get(i);
      if (parts.get(i).size() < (before + 1) * each) {
        return BigDecimal.ZERO;
      }
      for (int line : parts.get(i).subList((int) (before * each), (int) ((before + 1) * each))) {
        worth = worth.add(unitValue(line));
      }
    }
    return worth;
  }
}
