package souk.it.bench.quotes;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import souk.it.bench.quotes.Contender.Told;
import souk.it.bench.quotes.Promotion.Figures;

/**
 * The right answer, slowly: every promotion is looked at, every unit is a unit, every fraction is
 * exact. Shares no code with what it judges.
 *
 * <p>Policy by-priority: promotions that take anything off are tried by priority, highest first,
 * then by id; one is taken unless one taken before it is exclusive, it is exclusive itself and not
 * the first, or one of its group takes something off one of its lines.
 */
public final class Oracle {
  private final Market market;

  public Oracle(Market market) {
    this.market = market;
  }

  /** The answer for a cart under the policy by-priority. */
  public Told byPriority(Basket basket) {
    return told(basket, choice(basket));
  }

  /**
   * The answer for a cart under the policy best-for-customer: every allowed set is tried; of those
   * that take the most off the one with the fewest promotions, then with the first ids.
   */
  public Told best(Basket basket) {
    return new Search(basket, candidates(basket)).best();
  }

  /** Goes through the allowed sets, leaving out those that cannot reach the best so far. */
  private final class Search {
    private final Basket basket;
    private final List<Taking> candidates;
    private final List<Taking> chosen = new ArrayList<>();
    private List<Taking> best = List.of();

    private Search(Basket basket, List<Taking> candidates) {
      this.basket = basket;
      this.candidates = candidates;
    }

    private Told best() {
      from(0, 0);
      return told(basket, best);
    }

    /**
     * @param taken by those chosen, floors not respected: never too little
     */
    private void from(int next, long taken) {
      if (better(basket, chosen, best)) {
        best = List.copyOf(chosen);
      }
      long reach = taken;
      for (Taking candidate : candidates.subList(next, candidates.size())) {
        reach += candidate.sum();
      }
      long least = total(told(basket, best));
      for (int i = next; i < candidates.size() && reach >= least; i++) {
        Taking candidate = candidates.get(i);
        if (chosen.stream().noneMatch(candidate::clashes)) {
          chosen.add(candidate);
          from(i + 1, taken + candidate.sum());
          chosen.remove(chosen.size() - 1);
        }
        reach -= candidate.sum();
      }
    }
  }

  private boolean better(Basket basket, List<Taking> some, List<Taking> others) {
    long more = total(told(basket, some)) - total(told(basket, others));
    if (more != 0) {
      return more > 0;
    }
    if (some.size() != others.size()) {
      return some.size() < others.size();
    }
    return ids(some).compareTo(ids(others)) < 0;
  }

  private static String ids(List<Taking> chosen) {
    return chosen.stream().map(one -> one.promotion().id()).sorted().toList().toString();
  }

  private static long total(Told told) {
    return Arrays.stream(told.discounts()).sum();
  }

  /** Promotions whose condition holds and that take something off, in order of application. */
  List<Taking> candidates(Basket basket) {
    List<Taking> found = new ArrayList<>();
    for (Promotion promotion : market.promotions()) {
      if (promotion.condition().holds(basket)) {
        Map<Integer, BigInteger> off = effect(promotion, basket);
        off.values().removeIf(amount -> amount.signum() <= 0);
        if (!off.isEmpty()) {
          found.add(new Taking(promotion, off));
        }
      }
    }
    found.sort(
        Comparator.comparing((Taking one) -> -one.promotion().priority())
            .thenComparing(one -> one.promotion().id()));
    return found;
  }

  /** A promotion and what it alone takes off which line. */
  record Taking(Promotion promotion, Map<Integer, BigInteger> off) {
    long sum() {
      return off.values().stream().reduce(BigInteger.ZERO, BigInteger::add).longValueExact();
    }

    boolean clashes(Taking other) {
      return promotion.exclusive()
          || other.promotion.exclusive()
          || (promotion.group() == other.promotion.group()
              && off.keySet().stream().anyMatch(other.off::containsKey));
    }
  }

  private List<Taking> choice(Basket basket) {
    List<Taking> taken = new ArrayList<>();
    for (Taking candidate : candidates(basket)) {
      if (taken.stream().noneMatch(candidate::clashes)) {
        taken.add(candidate);
      }
    }
    return taken;
  }

  /** What chosen promotions, in order of application, take off above the floors. */
  Told told(Basket basket, List<Taking> chosen) {
    long[] discounts = new long[basket.lines()];
    List<String> shares = new ArrayList<>();
    for (Taking taking : chosen) {
      for (Map.Entry<Integer, BigInteger> entry : taking.off().entrySet()) {
        int line = entry.getKey();
        Article article = market.articles().get(basket.articles()[line]);
        BigInteger room =
            BigInteger.valueOf(article.priceMinor() - article.floorMinor())
                .multiply(BigInteger.valueOf(basket.quantities()[line]))
                .subtract(BigInteger.valueOf(discounts[line]));
        long share = entry.getValue().min(room).longValueExact();
        if (share > 0) {
          discounts[line] += share;
          shares.add(taking.promotion().id() + " " + line + " " + share);
        }
      }
    }
    shares.sort(Comparator.naturalOrder());
    return new Told(discounts, shares);
  }

  private Map<Integer, BigInteger> effect(Promotion promotion, Basket basket) {
    Map<Integer, BigInteger> gross = new TreeMap<>();
    for (int line = 0; line < basket.lines(); line++) {
      Article article = market.articles().get(basket.articles()[line]);
      if (promotion.about(basket.articles()[line], article.category())) {
        gross.put(
            line,
            BigInteger.valueOf(article.priceMinor())
                .multiply(BigInteger.valueOf(basket.quantities()[line])));
      }
    }
    Figures figures = promotion.figures();
    BigInteger sum = gross.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    return switch (promotion.kind()) {
      case PERCENT -> percent(gross, figures.percent());
      case TIERS -> {
        long amount = 0;
        for (int tier = 0; tier < figures.thresholds().length; tier++) {
          amount =
              sum.compareTo(BigInteger.valueOf(figures.thresholds()[tier])) >= 0
                  ? figures.amounts()[tier]
                  : amount;
        }
        yield spread(BigInteger.valueOf(amount), gross);
      }
      case EVERY -> {
        BigInteger times =
            sum.divide(BigInteger.valueOf(figures.step())).min(BigInteger.valueOf(figures.most()));
        yield spread(times.multiply(BigInteger.valueOf(figures.off())), gross);
      }
      case BUY -> cheapestFree(gross, basket, figures);
      case BUNDLE -> bundle(promotion, gross, basket);
      case MEMBER -> member(gross, basket, figures.price());
    };
  }

  private static Map<Integer, BigInteger> percent(Map<Integer, BigInteger> gross, int percent) {
    Map<Integer, BigInteger> off = new TreeMap<>();
    gross.forEach(
        (line, amount) ->
            off.put(
                line,
                new BigDecimal(amount)
                    .multiply(BigDecimal.valueOf(percent))
                    .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_EVEN)
                    .toBigIntegerExact()));
    return off;
  }

  /** Units one by one, cheapest first; of equals those of the earlier line. */
  private Map<Integer, BigInteger> cheapestFree(
      Map<Integer, BigInteger> gross, Basket basket, Figures figures) {
    List<Integer> units = new ArrayList<>();
    for (int line : gross.keySet()) {
      for (int unit = 0; unit < basket.quantities()[line]; unit++) {
        units.add(line);
      }
    }
    units.sort(
        Comparator.comparingLong(
            line -> market.articles().get(basket.articles()[line]).priceMinor()));
    int free = units.size() / (figures.buy() + figures.free()) * figures.free();
    Map<Integer, BigInteger> off = new TreeMap<>();
    for (int line : units.subList(0, free)) {
      off.merge(
          line,
          BigInteger.valueOf(market.articles().get(basket.articles()[line]).priceMinor()),
          BigInteger::add);
    }
    return off;
  }

  private Map<Integer, BigInteger> bundle(
      Promotion promotion, Map<Integer, BigInteger> gross, Basket basket) {
    if (gross.size() < promotion.articles().length) {
      return new TreeMap<>();
    }
    int sets = gross.keySet().stream().mapToInt(l -> basket.quantities()[l]).min().orElse(0);
    Map<Integer, BigInteger> ofSets = new TreeMap<>();
    gross.forEach(
        (line, amount) ->
            ofSets.put(
                line,
                BigInteger.valueOf(market.articles().get(basket.articles()[line]).priceMinor())
                    .multiply(BigInteger.valueOf(sets))));
    BigInteger sum = ofSets.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    BigInteger price = BigInteger.valueOf(promotion.figures().price() * sets);
    return spread(sum.subtract(price).max(BigInteger.ZERO), ofSets);
  }

  private static Map<Integer, BigInteger> member(
      Map<Integer, BigInteger> gross, Basket basket, long price) {
    Map<Integer, BigInteger> off = new TreeMap<>();
    gross.forEach(
        (line, amount) ->
            off.put(line, amount.subtract(BigInteger.valueOf(price * basket.quantities()[line]))));
    return off;
  }

  /** Hamilton's method; of equal remainders the earlier line's goes first. */
  private static Map<Integer, BigInteger> spread(
      BigInteger total, Map<Integer, BigInteger> weights) {
    Map<Integer, BigInteger> shares = new TreeMap<>();
    if (total.signum() == 0 || weights.isEmpty()) {
      return shares;
    }
    BigInteger sum = weights.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    Map<Integer, BigInteger> remainders = new HashMap<>();
    BigInteger left = total;
    for (Map.Entry<Integer, BigInteger> weight : weights.entrySet()) {
      BigInteger[] parts = total.multiply(weight.getValue()).divideAndRemainder(sum);
      shares.put(weight.getKey(), parts[0]);
      remainders.put(weight.getKey(), parts[1]);
      left = left.subtract(parts[0]);
    }
    List<Integer> lines = new ArrayList<>(weights.keySet());
    lines.sort(Comparator.comparing((Integer line) -> remainders.get(line)).reversed());
    for (int line : lines.subList(0, left.intValueExact())) {
      shares.merge(line, BigInteger.ONE, BigInteger::add);
    }
    return shares;
  }
}
