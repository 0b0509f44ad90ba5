package souk.testkit;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import souk.offer.spi.Candidate;
import souk.offer.spi.Choices;
import souk.offer.spi.SelectionProblem;

/**
 * {@link Choices} for tests: every third candidate is on net amounts and takes, of what others have
 * left of a line, the share that its discount has of the gross amount, rounded down. Immutable.
 */
final class PlainChoices implements Choices {
  private static final int EVERY = 3;
  private final SelectionProblem problem;

  PlainChoices(SelectionProblem problem) {
    this.problem = problem;
  }

  @Override
  public SelectionProblem problem() {
    return problem;
  }

  @Override
  public boolean dependent(int candidate) {
    return candidate % EVERY == EVERY - 1;
  }

  @Override
  public boolean conflict(int first, int second) {
    Candidate a = problem.candidates().get(first);
    Candidate b = problem.candidates().get(second);
    boolean overlap = false;
    for (int line = 0; line < a.discountsMinor().length; line++) {
      overlap |= a.discountsMinor()[line] > 0 && b.discountsMinor()[line] > 0;
    }
    return first != second
        && (a.exclusive()
            || b.exclusive()
            || (overlap && a.stackingGroup().equals(b.stackingGroup())));
  }

  @Override
  public int[] inOrder(int[] chosen) {
    List<Candidate> all = problem.candidates();
    return IntStream.of(chosen)
        .boxed()
        .sorted(
            Comparator.comparing(this::dependent)
                .thenComparing(i -> -all.get(i).priority())
                .thenComparing(i -> all.get(i).offerId()))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  @Override
  public long valueMinor(int[] chosen) {
    long[] left = problem.grossMinor().clone();
    for (int candidate : inOrder(chosen)) {
      long[] discounts = problem.candidates().get(candidate).discountsMinor();
      for (int line = 0; line < left.length; line++) {
        long gross = problem.grossMinor()[line];
        long want = dependent(candidate) ? discounts[line] * left[line] / gross : discounts[line];
        left[line] -= Math.min(want, left[line] - problem.floorMinor()[line]);
      }
    }
    return LongStreams.sum(problem.grossMinor()) - LongStreams.sum(left);
  }

  @Override
  public long mostMinor(int candidate) {
    return LongStreams.sum(problem.candidates().get(candidate).discountsMinor());
  }

  /** Sums. */
  private static final class LongStreams {
    static long sum(long[] values) {
      return java.util.Arrays.stream(values).sum();
    }
  }
}
