package souk.learn.lib.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Looks for the settings with the least loss where each try is costly: a Gaussian process over what
 * was tried says what to expect elsewhere and how sure that is, and the place with the greatest
 * expected improvement is tried next (Jones, Schonlau and Welch, Journal of Global Optimization 13,
 * 1998). Same seed, same tries.
 */
public final class BayesianSearch {
  private static final int PLACES = 400;
  private static final double NOISE = 1e-4;
  private static final double[] LENGTHS = {0.15, 0.3, 0.6, 1.2};

  private final Space space;
  private final long seed;
  private final List<double[]> shares = new ArrayList<>();
  private final List<Double> losses = new ArrayList<>();

  public BayesianSearch(Space space, long seed) {
    this.space = space;
    this.seed = seed;
  }

  /**
   * A try.
   *
   * @param values of the settings
   * @param loss that followed
   */
  public record Try(double[] values, double loss) {}

  /**
   * Tries so often, the first third spread over the space.
   *
   * @param loss of values; may be infinite where they are impossible
   * @return all tries, in order
   */
  public List<Try> run(ToDoubleFunction<double[]> loss, int tries) {
    List<double[]> first = space.random(Math.max(2, Math.min(tries, (tries + 2) / 3)), seed);
    List<Try> all = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(seed + 1);
    for (int t = 0; t < tries; t++) {
      double[] next = t < first.size() ? first.get(t) : next(random);
      double[] values = space.values(next);
      double found = loss.applyAsDouble(values);
      shares.add(next);
      losses.add(found);
      all.add(new Try(values, found));
    }
    return all;
  }

  /** The place with the greatest expected improvement among many drawn ones. */
  private double[] next(SplittableRandom random) {
    double[] loss = bounded();
    Surrogate surrogate = Surrogate.fit(shares, loss);
    double least = Double.POSITIVE_INFINITY;
    int best = 0;
    for (int i = 0; i < loss.length; i++) {
      if (loss[i] < least) {
        least = loss[i];
        best = i;
      }
    }
    double[] chosen = shares.get(best);
    double most = -1;
    for (int p = 0; p < PLACES; p++) {
      double[] place = new double[chosen.length];
      for (int i = 0; i < place.length; i++) {
        double near = shares.get(best)[i] + 0.2 * (random.nextDouble() - 0.5);
        place[i] = p % 2 == 0 ? random.nextDouble() : Math.max(0, Math.min(1, near));
      }
      double improvement = surrogate.improvement(place, least);
      if (improvement > most) {
        most = improvement;
        chosen = place;
      }
    }
    return chosen;
  }

  /** On mean 0 and deviation 1; what is impossible is as bad as the worst. */
  private double[] bounded() {
    double worst = losses.stream().filter(Double::isFinite).mapToDouble(l -> l).max().orElse(1);
    double[] loss = losses.stream().mapToDouble(l -> Double.isFinite(l) ? l : worst).toArray();
    double mean = 0;
    for (double one : loss) {
      mean += one / loss.length;
    }
    double squares = 0;
    for (double one : loss) {
      squares += (one - mean) * (one - mean) / loss.length;
    }
    double deviation = squares > 0 ? StrictMath.sqrt(squares) : 1;
    for (int i = 0; i < loss.length; i++) {
      loss[i] = (loss[i] - mean) / deviation;
    }
    return loss;
  }

  /** A Gaussian process with the length of most likelihood. */
  private record Surrogate(List<double[]> places, double length, double[][] lower, double[] alpha) {
    static Surrogate fit(List<double[]> places, double[] loss) {
      Surrogate best = null;
      double most = Double.NEGATIVE_INFINITY;
      for (double length : LENGTHS) {
        double[][] lower = cholesky(places, length);
        double[] half = forward(lower, loss);
        double likelihood = 0;
        for (int i = 0; i < half.length; i++) {
          likelihood -= half[i] * half[i] / 2 + StrictMath.log(lower[i][i]);
        }
        if (best == null || likelihood > most) {
          most = likelihood;
          best = new Surrogate(places, length, lower, backward(lower, half));
        }
      }
      return Objects.requireNonNull(best);
    }

    double improvement(double[] place, double least) {
      double[] near = new double[places.size()];
      double mean = 0;
      for (int i = 0; i < near.length; i++) {
        near[i] = kernel(place, places.get(i), length);
        mean += near[i] * alpha[i];
      }
      double[] half = forward(lower, near);
      double variance = 1 + NOISE;
      for (double one : half) {
        variance -= one * one;
      }
      double deviation = StrictMath.sqrt(Math.max(1e-12, variance));
      double z = (least - mean) / deviation;
      return deviation * (z * cumulative(z) + density(z));
    }

    /** Matérn 5/2. */
    private static double kernel(double[] a, double[] b, double length) {
      double squares = 0;
      for (int i = 0; i < a.length; i++) {
        squares += (a[i] - b[i]) * (a[i] - b[i]);
      }
      double r = StrictMath.sqrt(5 * squares) / length;
      return (1 + r + r * r / 3) * StrictMath.exp(-r);
    }

    private static double[][] cholesky(List<double[]> places, double length) {
      int n = places.size();
      double[][] lower = new double[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j <= i; j++) {
          double sum = kernel(places.get(i), places.get(j), length) + (i == j ? NOISE : 0);
          for (int k = 0; k < j; k++) {
            sum -= lower[i][k] * lower[j][k];
          }
          lower[i][j] = i == j ? StrictMath.sqrt(Math.max(NOISE, sum)) : sum / lower[j][j];
        }
      }
      return lower;
    }

    private static double[] forward(double[][] lower, double[] right) {
      double[] x = right.clone();
      for (int i = 0; i < x.length; i++) {
        for (int k = 0; k < i; k++) {
          x[i] -= lower[i][k] * x[k];
        }
        x[i] /= lower[i][i];
      }
      return x;
    }

    private static double[] backward(double[][] lower, double[] right) {
      double[] x = right.clone();
      for (int i = x.length - 1; i >= 0; i--) {
        for (int k = i + 1; k < x.length; k++) {
          x[i] -= lower[k][i] * x[k];
        }
        x[i] /= lower[i][i];
      }
      return x;
    }

    private static double density(double z) {
      return StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * StrictMath.PI);
    }

    /** By formula 26.2.17 of Abramowitz and Stegun, off by at most 7.5e-8. */
    private static double cumulative(double z) {
      double t = 1 / (1 + 0.2316419 * Math.abs(z));
      double tail =
          density(z)
              * t
              * (0.319381530
                  + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
      return z >= 0 ? 1 - tail : tail;
    }
  }
}
