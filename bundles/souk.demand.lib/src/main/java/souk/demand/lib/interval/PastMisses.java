package souk.demand.lib.interval;

import java.util.Arrays;
import java.util.List;
import souk.demand.lib.forecast.Distributions;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.SeriesForecast;

/**
 * By how much quantiles missed in the past, in units of the spread of the forecast that made them,
 * and what follows for the next one (Romano, Patterson, Candes, Advances in Neural Information
 * Processing Systems 32, 2019). Not safe for use by many threads.
 */
public final class PastMisses {
  /** Fewest judged steps that correct anything. */
  public static final int FEWEST = 20;

  private static final double TINY = 1e-12;

  private double[][] misses;
  private int judged;

  /**
   * @param levels number of quantile levels
   */
  public PastMisses(int levels) {
    this.misses = new double[levels][FEWEST];
  }

  /** Steps judged so far. */
  public int judged() {
    return judged;
  }

  /**
   * Judges a past forecast; steps without spread say nothing.
   *
   * @param actual what happened, one value per step
   */
  public void add(SeriesForecast past, double[] actual) {
    for (int h = 0; h < actual.length; h++) {
      double spread = spread(past, h);
      if (spread > 0) {
        grow(judged + 1);
        for (int i = 0; i < misses.length; i++) {
          misses[i][judged] = (actual[h] - past.quantile(i, h)) / spread;
        }
        judged++;
      }
    }
  }

  /** Takes over what another one has judged. */
  public void add(PastMisses other) {
    grow(judged + other.judged);
    for (int i = 0; i < misses.length; i++) {
      System.arraycopy(other.misses[i], 0, misses[i], judged, other.judged);
    }
    judged += other.judged;
  }

  private void grow(int wanted) {
    for (int i = 0; i < misses.length && misses[i].length < wanted; i++) {
      misses[i] = Arrays.copyOf(misses[i], StrictMath.max(wanted, 2 * misses[i].length));
    }
  }

  private static double spread(SeriesForecast forecast, int h) {
    int last = forecast.levels().size() - 1;
    double width = forecast.quantile(last, h) - forecast.quantile(0, h);
    return width > TINY * StrictMath.abs(forecast.mean(h)) ? width : 0;
  }

  /** How far each level moves, in spreads. */
  public double[] moves(List<Double> levels) {
    double[] moves = new double[misses.length];
    for (int i = 0; i < moves.length; i++) {
      double[] sorted = Arrays.copyOf(misses[i], judged);
      Arrays.sort(sorted);
      double level = levels.get(i);
      double outward = level + (level - 0.5) / judged;
      moves[i] = Distributions.quantile(sorted, StrictMath.max(0, StrictMath.min(1, outward)));
    }
    return moves;
  }

  /** The forecast with moved quantiles; its mean stays. */
  public static SeriesForecast moved(
      SeriesForecast plain, double[] moves, ForecastRequest request) {
    double[][] quantiles = plain.quantiles();
    double[] column = new double[quantiles.length];
    for (int h = 0; h < plain.horizon(); h++) {
      double spread = spread(plain, h);
      for (int i = 0; i < quantiles.length; i++) {
        column[i] = quantiles[i][h] + moves[i] * spread;
      }
      Arrays.sort(column);
      for (int i = 0; i < quantiles.length; i++) {
        quantiles[i][h] = column[i];
      }
    }
    return Distributions.rescaled(
        plain.model() + " (conformal)", plain.mean(), quantiles, 1, request);
  }
}
