package souk.numeric.lib.calibrate;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import souk.numeric.lib.Logistic;
import souk.numeric.lib.metrics.Probabilities;

/**
 * Chooses how probabilities are corrected, and corrects each fold by the others alone, so that what
 * is judged never helped to correct itself.
 *
 * @param kind what was chosen
 * @param probabilities corrected, fold by fold
 * @param logLoss of these
 */
public record CrossFit(Kind kind, double[] probabilities, double logLoss) {
  private static final int FEWEST_FOR_ISOTONIC = 500;
  private static final int FEWEST = 20;
  private static final double SMALLEST = 1e-12;

  /** How probabilities are corrected. */
  public enum Kind {
    /** Not at all. */
    NONE {
      @Override
      public Calibrator fit(double[] target, double[] probability) {
        return score -> score;
      }
    },
    /** By slope and intercept of the log odds. */
    PLATT {
      @Override
      public Calibrator fit(double[] target, double[] probability) {
        Platt platt =
            Platt.fit(target, Arrays.stream(probability).map(CrossFit::logOdds).toArray());
        return score -> platt.probability(logOdds(score));
      }
    },
    /** By any function that does not fall; never quite 0 or 1. */
    ISOTONIC {
      @Override
      public Calibrator fit(double[] target, double[] probability) {
        Isotonic isotonic = Isotonic.fit(target, probability);
        double least = 0.5 / (target.length + 1);
        return score -> Math.max(least, Math.min(1 - least, isotonic.probability(score)));
      }
    };

    /** The correction by rows that the probabilities were not learned from. */
    public abstract Calibrator fit(double[] target, double[] probability);
  }

  private static double logOdds(double probability) {
    return Logistic.score(Math.max(SMALLEST, Math.min(1 - SMALLEST, probability)));
  }

  /**
   * The kind with the least log loss.
   *
   * @param target 1 or 0
   * @param probability of each row, by a model that did not learn from it
   * @param foldOf the fold of each row, from 0
   * @param forward whether folds follow each other in time: then a fold is corrected by earlier
   *     ones
   */
  public static CrossFit choose(
      double[] target, double[] probability, int[] foldOf, boolean forward) {
    CrossFit best = of(Kind.NONE, target, probability, foldOf, forward);
    for (Kind kind : new Kind[] {Kind.PLATT, Kind.ISOTONIC}) {
      if (kind == Kind.PLATT || target.length >= FEWEST_FOR_ISOTONIC) {
        CrossFit other = of(kind, target, probability, foldOf, forward);
        best = other.logLoss < best.logLoss ? other : best;
      }
    }
    return best;
  }

  private static CrossFit of(
      Kind kind, double[] target, double[] probability, int[] foldOf, boolean forward) {
    double[] corrected = probability.clone();
    int folds = Arrays.stream(foldOf).max().orElse(0) + 1;
    for (int f = 0; f < folds; f++) {
      int fold = f;
      int[] others = places(foldOf, of -> forward ? of < fold : of != fold);
      double[] seen = take(target, others);
      double happened = Arrays.stream(seen).sum();
      if (others.length < FEWEST || happened == 0 || happened == others.length) {
        continue;
      }
      Calibrator calibrator = kind.fit(seen, take(probability, others));
      for (int row : places(foldOf, of -> of == fold)) {
        corrected[row] = calibrator.probability(probability[row]);
      }
    }
    return new CrossFit(kind, corrected, Probabilities.logLoss(target, corrected));
  }

  private static int[] places(int[] foldOf, IntPredicate wanted) {
    return IntStream.range(0, foldOf.length).filter(row -> wanted.test(foldOf[row])).toArray();
  }

  private static double[] take(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
  }
}
