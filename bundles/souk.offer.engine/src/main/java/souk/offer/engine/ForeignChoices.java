package souk.offer.engine;

import java.util.Arrays;
import java.util.List;
import souk.offer.spi.Candidate;
import souk.offer.spi.Choices;
import souk.offer.spi.Selection;
import souk.offer.spi.SelectionPolicy;

/**
 * The best choice among candidates of another version of the engine, through nothing but the
 * contract: exact, but slower. Without offers on net amounts the plain problem says it all.
 */
final class ForeignChoices {
  private final Choices choices;
  private final List<Candidate> candidates;
  private final int limit;
  private final int[] stack;
  private int depth;
  private int[] best = {};
  private long bestValue;
  private int steps;

  private ForeignChoices(Choices choices, int limit) {
    this.choices = choices;
    this.candidates = choices.problem().candidates();
    this.limit = limit;
    this.stack = new int[candidates.size()];
  }

  static Selection best(Choices choices, int limit, SelectionPolicy plain) {
    int n = choices.problem().candidates().size();
    boolean dependent = false;
    for (int i = 0; i < n; i++) {
      dependent |= choices.dependent(i);
    }
    if (!dependent) {
      return plain.select(choices.problem());
    }
    ForeignChoices search = new ForeignChoices(choices, limit);
    search.visit(0);
    int[] chosen = choices.inOrder(search.best);
    return search.steps <= limit
        ? Selection.of(chosen)
        : Selection.bestFound(chosen, search.rest(0));
  }

  private void visit(int from) {
    long value = depth == 0 ? 0 : choices.valueMinor(Arrays.copyOf(stack, depth));
    for (int i = from; i < candidates.size(); i++) {
      if (++steps > limit || value + rest(i) < bestValue) {
        return;
      }
      if (allowed(i)) {
        stack[depth++] = i;
        consider();
        visit(i + 1);
        depth--;
      }
    }
  }

  private boolean allowed(int candidate) {
    for (int k = 0; k < depth; k++) {
      if (choices.conflict(stack[k], candidate)) {
        return false;
      }
    }
    return true;
  }

  private void consider() {
    int[] chosen = Arrays.copyOf(stack, depth);
    long value = choices.valueMinor(chosen);
    boolean better =
        value > bestValue
            || (value == bestValue
                && value > 0
                && (depth < best.length
                    || (depth == best.length && Arrays.compare(chosen, best) < 0)));
    if (better) {
      best = chosen;
      bestValue = value;
    }
  }

  /** The most that the candidates from here on can take off in all. */
  private long rest(int from) {
    long sum = 0;
    for (int i = from; i < candidates.size(); i++) {
      if (allowed(i)) {
        sum = Math.addExact(sum, choices.mostMinor(i));
      }
    }
    return sum;
  }
}
