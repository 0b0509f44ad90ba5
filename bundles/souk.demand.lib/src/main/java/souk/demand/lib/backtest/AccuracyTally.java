package souk.demand.lib.backtest;

import java.util.List;
import souk.demand.lib.forecast.SeriesForecast;

/**
 * Adds up forecast errors into an {@link Accuracy}.
 *
 * <p>Not thread-safe: one tally per method; two tallies are joined by {@link #add(AccuracyTally)}.
 */
public final class AccuracyTally {
  private static final double OUTSIDE = 2 / 0.05;

  private int forecasts;
  private int refusals;
  private int scaled;
  private long points;
  private long covered;
  private long judged;
  private double maseSum;
  private double smapeSum;
  private double errorSum;
  private double signedSum;
  private double actualSum;
  private double pinballSum;
  private double rmsseSum;
  private int squareScaled;
  private double msisSum;
  private int intervals;
  private long quantileRows;

  /** Counts a refused forecast. */
  public void refuse() {
    refusals++;
  }

  /** Joins another tally to this one. */
  public void add(AccuracyTally other) {
    forecasts += other.forecasts;
    refusals += other.refusals;
    scaled += other.scaled;
    points += other.points;
    covered += other.covered;
    judged += other.judged;
    maseSum += other.maseSum;
    smapeSum += other.smapeSum;
    errorSum += other.errorSum;
    signedSum += other.signedSum;
    actualSum += other.actualSum;
    pinballSum += other.pinballSum;
    quantileRows += other.quantileRows;
    rmsseSum += other.rmsseSum;
    squareScaled += other.squareScaled;
    msisSum += other.msisSum;
    intervals += other.intervals;
  }

  /**
   * Judges one forecast.
   *
   * @param actual what happened, one value per step
   * @param mean the forecast mean, same length
   * @param levels quantile levels
   * @param quantiles one row per level, same length as the mean
   * @param scale mean absolute seasonal difference of the training part, see {@link #scale}
   */
  public void add(
      double[] actual, double[] mean, List<Double> levels, double[][] quantiles, double scale) {
    double absolute = 0;
    double symmetric = 0;
    for (int h = 0; h < actual.length; h++) {
      double error = mean[h] - actual[h];
      double size = StrictMath.abs(mean[h]) + StrictMath.abs(actual[h]);
      absolute += StrictMath.abs(error);
      symmetric += size > 0 ? 200 * StrictMath.abs(error) / size : 0;
      signedSum += error;
      actualSum += StrictMath.abs(actual[h]);
    }
    errorSum += absolute;
    smapeSum += symmetric / actual.length;
    if (scale > 0) {
      maseSum += absolute / actual.length / scale;
      scaled++;
    }
    quantiles(actual, levels, quantiles);
    if (scale > 0) {
      interval(actual, levels, quantiles, scale);
    }
    points += actual.length;
    forecasts++;
  }

  /**
   * Judges one forecast with all measures.
   *
   * @param training what the method saw; its seasonal differences are the scales
   * @param season season length of the scales
   */
  public void add(double[] actual, SeriesForecast forecast, double[] training, int season) {
    add(actual, forecast.mean(), forecast.levels(), forecast.quantiles(), scale(training, season));
    double squares = 0;
    for (int h = 0; h < actual.length; h++) {
      double error = forecast.mean(h) - actual[h];
      squares += error * error / actual.length;
    }
    double base = 0;
    for (int t = season; t < training.length; t++) {
      double difference = training[t] - training[t - season];
      base += difference * difference / (training.length - season);
    }
    if (base > 0) {
      rmsseSum += StrictMath.sqrt(squares / base);
      squareScaled++;
    }
  }

  private void interval(double[] actual, List<Double> levels, double[][] quantiles, double scale) {
    int low = levels.indexOf(0.025);
    int high = levels.indexOf(0.975);
    if (low < 0 || high < 0) {
      return;
    }
    double score = 0;
    for (int h = 0; h < actual.length; h++) {
      double below = StrictMath.max(0, quantiles[low][h] - actual[h]);
      double above = StrictMath.max(0, actual[h] - quantiles[high][h]);
      score += quantiles[high][h] - quantiles[low][h] + OUTSIDE * (below + above);
    }
    msisSum += score / actual.length / scale;
    intervals++;
  }

  private void quantiles(double[] actual, List<Double> levels, double[][] quantiles) {
    if (!levels.isEmpty()) {
      double loss = 0;
      for (int i = 0; i < quantiles.length; i++) {
        double level = levels.get(i);
        for (int h = 0; h < actual.length; h++) {
          double miss = actual[h] - quantiles[i][h];
          loss += 2 * StrictMath.max(level * miss, (level - 1) * miss);
        }
      }
      pinballSum += loss / levels.size();
      quantileRows++;
    }
    int low = levels.indexOf(0.1);
    int high = levels.indexOf(0.9);
    if (low >= 0 && high >= 0) {
      for (int h = 0; h < actual.length; h++) {
        judged++;
        if (actual[h] >= quantiles[low][h] && actual[h] <= quantiles[high][h]) {
          covered++;
        }
      }
    }
  }

  /** Mean absolute difference of the training part one season apart; 0 if it is too short. */
  public static double scale(double[] training, int season) {
    if (training.length <= season) {
      return 0;
    }
    double sum = 0;
    for (int t = season; t < training.length; t++) {
      sum += StrictMath.abs(training[t] - training[t - season]);
    }
    return sum / (training.length - season);
  }

  /** The figures so far. */
  public Accuracy accuracy() {
    return new Accuracy(
        forecasts,
        refusals,
        points,
        ratio(maseSum, scaled),
        ratio(smapeSum, forecasts),
        ratio(errorSum, actualSum),
        ratio(signedSum, actualSum),
        quantileRows > 0 ? ratio(pinballSum, actualSum) : Double.NaN,
        ratio(covered, judged),
        ratio(rmsseSum, squareScaled),
        ratio(msisSum, intervals));
  }

  private static double ratio(double part, double whole) {
    return whole > 0 ? part / whole : Double.NaN;
  }
}
