package souk.offer.lib.compiled;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at single offers after a quote. For one thread, used once. */
final class Explaining {
  private final Evaluation evaluation;
  private final QuoteResult result;
  private final CartState cart;
  private final long[] want;

  /** Place among the applied offers by position in the set; −1 for none. */
  private final int[] appliedAt;

  /** Place among the rejections by position in the set; −1 for none. */
  private final int[] rejectedAt;

  Explaining(Evaluation evaluation, QuoteResult result) {
    this.evaluation = evaluation;
    this.result = result;
    this.cart = evaluation.cart;
    this.want = new long[cart.lines];
    this.appliedAt = new int[evaluation.set.size()];
    this.rejectedAt = new int[evaluation.set.size()];
    Arrays.fill(appliedAt, -1);
    Arrays.fill(rejectedAt, -1);
    for (int k = 0; k < result.appliedCount(); k++) {
      appliedAt[result.applied(k)] = k;
    }
    for (int i = 0; i < result.rejectedCount(); i++) {
      rejectedAt[result.rejected(i)] = i;
    }
  }

  Finding finding(int offer) {
    OfferSet set = evaluation.set;
    Condition[] conditions = set.conditions[offer];
    List<@Nullable Miss> failures = new ArrayList<>(conditions.length);
    Miss first = null;
    for (int i = 0; i < conditions.length; i++) {
      Miss miss = failure(offer, i, conditions[i]);
      failures.add(miss);
      first = first == null ? miss : first;
    }
    Arrays.fill(want, 0);
    boolean foreign = set.has(offer, OfferSet.FOREIGN_EFFECT);
    long wanted =
        foreign ? foreignWants(offer) : set.effects[offer].want(cart, cart.gross, want, 0);
    long value = wanted < 0 ? -1 : value();
    int applied = place(offer);
    boolean given = applied >= 0 || benefits(offer);
    Miss why = given ? null : why(offer, first, wanted);
    return new Finding(
        offer,
        given,
        failures,
        value,
        why,
        nearMiss(offer, first, why, wanted),
        applied >= 0 ? result.cutMinor(applied) : Math.max(0, wanted) - Math.max(0, value));
  }

  private @Nullable Miss failure(int offer, int i, Condition condition) {
    if (condition == ConditionForm.ForeignCondition.INSTANCE) {
      return evaluation.foreign.fails(offer, i, cart.gross) ? Miss.of("foreign") : null;
    }
    if (!condition.holds(cart, cart.gross)) {
      return condition.miss(cart, cart.gross);
    }
    return condition.net() && place(offer) < 0 && !condition.holds(cart, result.left())
        ? condition.miss(cart, result.left())
        : null;
  }

  private long foreignWants(int offer) {
    long[] answer = evaluation.foreign.discounts(offer, cart.gross);
    System.arraycopy(answer, 0, want, 0, answer.length);
    return answer.length == 0 ? -1 : Arrays.stream(answer).sum();
  }

  private long value() {
    long sum = 0;
    for (int line = 0; line < cart.lines; line++) {
      sum += Math.min(want[line], cart.room[line]);
    }
    return sum;
  }

  private int place(int offer) {
    return appliedAt[offer];
  }

  private boolean benefits(int offer) {
    for (int k = 0; k < result.benefitCount(); k++) {
      if (result.benefit(k) == offer) {
        return true;
      }
    }
    return false;
  }

  private Miss why(int offer, @Nullable Miss condition, long wanted) {
    OfferSet set = evaluation.set;
    if (cart.at < set.windows[2 * offer]) {
      return new Miss("offer.not-yet", cart.at, set.windows[2 * offer], 0);
    }
    if (cart.at >= set.windows[2 * offer + 1]) {
      return new Miss("offer.over", cart.at, set.windows[2 * offer + 1], 0);
    }
    if (rejectedAt[offer] >= 0) {
      return result.missOf(rejectedAt[offer]);
    }
    if (condition != null) {
      return condition;
    }
    return wanted == 0 ? set.effects[offer].nothing(cart, cart.gross) : Miss.of("offer.not-found");
  }

  /** A minimum or a tier that is not far, with what reaching it would take off. */
  private @Nullable Miss nearMiss(
      int offer, @Nullable Miss first, @Nullable Miss why, long wanted) {
    if (evaluation.set.effects[offer] instanceof OrderEffects.Tiers tiers && first == null) {
      return tiers.next(cart, cart.gross);
    }
    if (first != null && first.code().equals("cart-minimum.missing") && wanted > 0) {
      return new Miss(first.code(), first.have(), first.need(), value());
    }
    return why != null && why.code().endsWith(".near-miss") ? why : null;
  }
}
