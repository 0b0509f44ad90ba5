package souk.offer.lib.reference;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import souk.offer.lib.reference.PlainOffer.ConditionKind;
import souk.offer.lib.reference.PlainOffer.PlainCondition;

/** Quotes a small cart by trying all allowed sets of offers. For one thread, used once. */
public final class PlainQuote {
  private static final Comparator<PlainOffer> BY_PRIORITY =
      Comparator.comparingInt(PlainOffer::priority).reversed().thenComparing(PlainOffer::id);

  private final PlainCart cart;
  private final long[] gross;
  private final long[] floor;
  private final List<PlainOffer> candidates = new ArrayList<>();
  private final List<boolean[]> lines = new ArrayList<>();

  public PlainQuote(PlainCart cart, List<PlainOffer> offers) {
    this.cart = cart;
    int n = cart.lines().size();
    this.gross = new long[n];
    this.floor = new long[n];
    for (int i = 0; i < n; i++) {
      PlainCart.Line line = cart.lines().get(i);
      gross[i] = PlainAmounts.price(line.article().price(), line.micros(), RoundingMode.HALF_EVEN);
      floor[i] =
          Math.min(
              gross[i],
              PlainAmounts.price(line.article().floor(), line.micros(), RoundingMode.CEILING));
    }
    offers.stream()
        .filter(o -> cart.atNanos() >= o.from() && cart.atNanos() < o.until())
        .filter(o -> o.conditions().stream().allMatch(c -> holds(c, gross)))
        .sorted(Comparator.comparing(PlainQuote::dependent).thenComparing(BY_PRIORITY))
        .forEach(this::candidate);
  }

  /**
   * An answer.
   *
   * @param ids applied, in order of application
   * @param amounts what each takes off
   * @param nets per line
   */
  public record Answer(List<String> ids, List<Long> amounts, long[] nets) {
    public long total() {
      return amounts.stream().mapToLong(Long::longValue).sum();
    }
  }

  /** Candidates found; with many of them all sets are too many. */
  public int candidates() {
    return candidates.size();
  }

  private void candidate(PlainOffer offer) {
    long[] wants = new PlainAmounts(cart, gross).wants(offer.effect());
    if (Arrays.stream(wants).sum() == 0) {
      return;
    }
    boolean[] touched = new boolean[gross.length];
    for (int i = 0; i < touched.length; i++) {
      touched[i] =
          dependent(offer)
              ? inScope(offer, i)
              : wants[i] > 0 || (spreads(offer) && gross[i] > 0 && inScope(offer, i));
    }
    candidates.add(offer);
    lines.add(touched);
  }

  private boolean inScope(PlainOffer offer, int line) {
    PlainCart.PlainArticle article = cart.lines().get(line).article();
    return switch (offer.effect().kind()) {
      case BUY_GET_OTHERS -> offer.effect().other().names(article);
      case BUNDLE -> offer.effect().scope().names(article) || offer.effect().other().names(article);
      default -> offer.effect().scope().names(article);
    };
  }

  private static boolean spreads(PlainOffer offer) {
    return switch (offer.effect().kind()) {
      case AMOUNT_OFF_ORDER, TIERS, EVERY -> true;
      default -> false;
    };
  }

  private static boolean dependent(PlainOffer offer) {
    return offer.net()
        || offer.conditions().stream().anyMatch(c -> c.kind() == ConditionKind.NET_AMOUNT);
  }

  private boolean holds(PlainCondition c, long[] amounts) {
    return switch (c.kind()) {
      case AMOUNT -> new PlainAmounts(cart, gross).sum(c.scope()) >= c.number();
      case NET_AMOUNT -> new PlainAmounts(cart, amounts).sum(c.scope()) >= c.number();
      case UNITS ->
          cart.lines().stream()
                  .filter(line -> c.scope().names(line.article()))
                  .mapToLong(PlainCart.Line::micros)
                  .sum()
              >= c.number();
      case TAG -> cart.tags().contains(c.text());
      case NO_TAG -> !cart.tags().contains(c.text());
      case COUPON -> cart.coupons().contains(c.text());
      case STORE -> cart.store().equals(c.text());
      case CHANNEL -> cart.channel().equals(c.text());
      case PAYMENT -> cart.payment().equals(c.text());
    };
  }

  private boolean clash(int a, int b) {
    PlainOffer one = candidates.get(a);
    PlainOffer two = candidates.get(b);
    if (one.exclusive() || two.exclusive()) {
      return true;
    }
    boolean overlap = false;
    for (int i = 0; i < gross.length; i++) {
      overlap |= lines.get(a)[i] && lines.get(b)[i];
    }
    return overlap && one.group().equals(two.group());
  }

  /** Positions in order of application. */
  private Answer apply(List<Integer> chosen) {
    long[] left = gross.clone();
    List<String> ids = new ArrayList<>();
    List<Long> amounts = new ArrayList<>();
    for (int k : chosen) {
      PlainOffer offer = candidates.get(k);
      if (!offer.conditions().stream().allMatch(c -> holds(c, left))) {
        continue;
      }
      long[] wants = new PlainAmounts(cart, offer.net() ? left : gross).wants(offer.effect());
      long sum = 0;
      for (int i = 0; i < left.length; i++) {
        long off = Math.min(wants[i], left[i] - floor[i]);
        left[i] -= off;
        sum += off;
      }
      if (sum > 0 || !dependent(offer)) {
        ids.add(offer.id());
        amounts.add(sum);
      }
    }
    return new Answer(ids, amounts, left);
  }

  /** The best of all allowed sets. */
  public Answer best() {
    Answer best = apply(List.of());
    for (int set = 1; set < 1 << candidates.size(); set++) {
      List<Integer> chosen = members(set);
      if (!allowed(chosen)) {
        continue;
      }
      Answer answer = apply(chosen);
      if (answer.ids().size() == chosen.size() && better(answer, best)) {
        best = answer;
      }
    }
    return best;
  }

  private static boolean better(Answer answer, Answer best) {
    if (answer.total() != best.total()) {
      return answer.total() > best.total();
    }
    if (answer.ids().size() != best.ids().size()) {
      return answer.ids().size() < best.ids().size();
    }
    List<String> mine = answer.ids().stream().sorted().toList();
    List<String> other = best.ids().stream().sorted().toList();
    return Arrays.compare(mine.toArray(new String[0]), other.toArray(new String[0])) < 0;
  }

  private static List<Integer> members(int set) {
    List<Integer> chosen = new ArrayList<>();
    for (int i = 0; i < 31; i++) {
      if ((set & 1 << i) != 0) {
        chosen.add(i);
      }
    }
    return chosen;
  }

  private boolean allowed(List<Integer> chosen) {
    for (int i = 0; i < chosen.size(); i++) {
      for (int k = 0; k < i; k++) {
        if (clash(chosen.get(i), chosen.get(k))) {
          return false;
        }
      }
    }
    return true;
  }

  /** One by one, highest priority first. */
  public Answer byPriority() {
    List<Integer> turn = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      turn.add(i);
    }
    turn.sort(Comparator.comparing(candidates::get, BY_PRIORITY));
    while (true) {
      List<Integer> chosen = new ArrayList<>();
      for (int k : turn) {
        if (chosen.stream().noneMatch(other -> clash(other, k))) {
          chosen.add(k);
        }
      }
      chosen.sort(null);
      int missed = firstBelowMinimum(chosen);
      if (missed < 0) {
        return apply(chosen);
      }
      turn.remove((Integer) missed);
    }
  }

  private int firstBelowMinimum(List<Integer> chosen) {
    for (int i = 0; i < chosen.size(); i++) {
      long[] left = apply(chosen.subList(0, i)).nets();
      if (!candidates.get(chosen.get(i)).conditions().stream().allMatch(c -> holds(c, left))) {
        return chosen.get(i);
      }
    }
    return -1;
  }
}
