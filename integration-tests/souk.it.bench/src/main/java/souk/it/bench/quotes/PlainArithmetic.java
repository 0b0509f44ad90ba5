package souk.it.bench.quotes;

import souk.it.bench.quotes.Promotion.Figures;
import souk.it.bench.quotes.Promotion.Group;

/**
 * What a promotion takes off a cart and which promotions stand together, as one would write it by
 * hand for speed: the linear scan uses it, and so does the rule program for what rules do badly.
 * Keeps its arrays; for one thread.
 */
public final class PlainArithmetic {
  private final int[] taken = new int[Group.values().length];
  private final long[] spread = new long[MarketGenerator.LINES];
  private final long[] remainders = new long[MarketGenerator.LINES];
  private final long[] room = new long[MarketGenerator.LINES];
  private int applied;
  private boolean alone;

  /**
   * A cart with its amounts.
   *
   * @param unit price per line
   * @param quantity units per line
   * @param gross per line
   * @param cap gross less floor per line
   */
  public record Amounts(long[] unit, int[] quantity, long[] gross, long[] cap) {
    /** Looks the prices up. */
    public static Amounts of(Market market, Basket basket) {
      int lines = basket.lines();
      Amounts amounts =
          new Amounts(new long[lines], basket.quantities(), new long[lines], new long[lines]);
      for (int line = 0; line < lines; line++) {
        Article article = market.articles().get(basket.articles()[line]);
        amounts.unit[line] = article.priceMinor();
        amounts.gross[line] = article.priceMinor() * basket.quantities()[line];
        amounts.cap[line] = amounts.gross[line] - article.floorMinor() * basket.quantities()[line];
      }
      return amounts;
    }
  }

  /** Begins a cart. */
  public void begin(Amounts cart) {
    java.util.Arrays.fill(taken, 0);
    System.arraycopy(cart.cap, 0, room, 0, cart.cap.length);
    applied = 0;
    alone = false;
  }

  /**
   * Takes a promotion unless it clashes with one taken before; to be called by priority.
   *
   * @param lines bit set of the lines the promotion is about
   * @param discounts what is taken off per line, added to
   */
  public void take(Promotion promotion, Amounts cart, int lines, long[] discounts) {
    if (alone || (promotion.exclusive() && applied > 0)) {
      return;
    }
    int touched = effect(promotion, cart, lines);
    int group = promotion.group().ordinal();
    if (touched == 0 || (taken[group] & touched) != 0) {
      return;
    }
    taken[group] |= touched;
    applied++;
    alone = promotion.exclusive();
    for (int left = touched; left != 0; left &= left - 1) {
      int line = Integer.numberOfTrailingZeros(left);
      long share = Math.min(spread[line], room[line]);
      room[line] -= share;
      discounts[line] += share;
    }
  }

  /** Puts the discounts into the array and returns the lines that have one. */
  private int effect(Promotion promotion, Amounts cart, int lines) {
    Figures figures = promotion.figures();
    return switch (promotion.kind()) {
      case PERCENT -> percent(figures.percent(), cart, lines);
      case TIERS -> {
        long sum = sum(cart.gross, lines);
        int tier = figures.thresholds().length - 1;
        while (tier >= 0 && sum < figures.thresholds()[tier]) {
          tier--;
        }
        yield tier < 0 ? 0 : allocate(figures.amounts()[tier], cart.gross, 1, lines, sum);
      }
      case EVERY -> {
        long sum = sum(cart.gross, lines);
        long times = Math.min(figures.most(), sum / figures.step());
        yield times == 0 ? 0 : allocate(times * figures.off(), cart.gross, 1, lines, sum);
      }
      case BUY -> cheapestFree(figures, cart, lines);
      case BUNDLE -> bundle(promotion, cart, lines);
      case MEMBER -> {
        int touched = 0;
        for (int left = lines; left != 0; left &= left - 1) {
          int line = Integer.numberOfTrailingZeros(left);
          spread[line] = (cart.unit[line] - figures.price()) * cart.quantity[line];
          touched |= spread[line] > 0 ? 1 << line : 0;
        }
        yield touched;
      }
    };
  }

  private int percent(int percent, Amounts cart, int lines) {
    int touched = 0;
    for (int left = lines; left != 0; left &= left - 1) {
      int line = Integer.numberOfTrailingZeros(left);
      long hundredths = cart.gross[line] * percent;
      long whole = hundredths / 100;
      long rest = hundredths - whole * 100;
      spread[line] = rest > 50 || (rest == 50 && (whole & 1) == 1) ? whole + 1 : whole;
      touched |= spread[line] > 0 ? 1 << line : 0;
    }
    return touched;
  }

  private int cheapestFree(Figures figures, Amounts cart, int lines) {
    int units = 0;
    for (int left = lines; left != 0; left &= left - 1) {
      units += cart.quantity[Integer.numberOfTrailingZeros(left)];
    }
    int free = units / (figures.buy() + figures.free()) * figures.free();
    int touched = 0;
    int open = lines;
    while (free > 0) {
      int cheapest = Integer.numberOfTrailingZeros(open);
      for (int left = open; left != 0; left &= left - 1) {
        int line = Integer.numberOfTrailingZeros(left);
        cheapest = cart.unit[line] < cart.unit[cheapest] ? line : cheapest;
      }
      int of = Math.min(free, cart.quantity[cheapest]);
      spread[cheapest] = of * cart.unit[cheapest];
      touched |= 1 << cheapest;
      open &= ~(1 << cheapest);
      free -= of;
    }
    return touched;
  }

  private int bundle(Promotion promotion, Amounts cart, int lines) {
    if (Integer.bitCount(lines) < promotion.articles().length) {
      return 0;
    }
    int sets = Integer.MAX_VALUE;
    for (int left = lines; left != 0; left &= left - 1) {
      sets = Math.min(sets, cart.quantity[Integer.numberOfTrailingZeros(left)]);
    }
    long sum = sum(cart.unit, lines) * sets;
    long off = sum - promotion.figures().price() * sets;
    return off <= 0 ? 0 : allocate(off, cart.unit, sets, lines, sum);
  }

  private static long sum(long[] amounts, int lines) {
    long sum = 0;
    for (int left = lines; left != 0; left &= left - 1) {
      sum += amounts[Integer.numberOfTrailingZeros(left)];
    }
    return sum;
  }

  private int allocate(long total, long[] weights, long times, int lines, long sum) {
    long rest = total;
    int touched = 0;
    for (int left = lines; left != 0; left &= left - 1) {
      int line = Integer.numberOfTrailingZeros(left);
      long product = total * weights[line] * times;
      spread[line] = product / sum;
      remainders[line] = product - spread[line] * sum;
      rest -= spread[line];
    }
    for (; rest > 0; rest--) {
      int largest = Integer.numberOfTrailingZeros(lines);
      for (int left = lines; left != 0; left &= left - 1) {
        int line = Integer.numberOfTrailingZeros(left);
        largest = remainders[line] > remainders[largest] ? line : largest;
      }
      spread[largest]++;
      remainders[largest] = -1;
    }
    for (int left = lines; left != 0; left &= left - 1) {
      int line = Integer.numberOfTrailingZeros(left);
      touched |= spread[line] > 0 ? 1 << line : 0;
    }
    return touched;
  }
}
