package souk.customer.lib.uplift;

import java.util.SplittableRandom;

/** Trials of which the truth is known. */
public final class PlantedTrial {
  private final Trial trial;
  private final double[] uplift;

  private PlantedTrial(Trial trial, double[] uplift) {
    this.trial = trial;
    this.uplift = uplift;
  }

  public Trial trial() {
    return trial;
  }

  /** The true uplift of each row. */
  public double[] uplift() {
    return uplift;
  }

  /**
   * Five columns, one of them without meaning, one now and then missing. Baseline 0.2 to 0.5 by the
   * third column; uplift {@code strength · (0.3 if the first is positive, less 0.1 of the second)}.
   *
   * @param share of treated
   * @param strength 0 for a treatment without effect
   * @param binary outcomes 0 and 1, else figures with noise
   */
  public static PlantedTrial of(
      int rows, double share, double strength, boolean binary, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] x = new double[rows][5];
    boolean[] treated = new boolean[rows];
    double[] outcome = new double[rows];
    double[] uplift = new double[rows];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < 5; c++) {
        x[r][c] = c == 3 ? random.nextInt(3) : 2 * random.nextDouble() - 1;
      }
      uplift[r] = strength * ((x[r][0] > 0 ? 0.3 : 0) - 0.1 * x[r][1]);
      double baseline = 0.35 + 0.15 * x[r][2];
      treated[r] = random.nextDouble() < share;
      double mean = baseline + (treated[r] ? uplift[r] : 0);
      outcome[r] =
          binary ? (random.nextDouble() < mean ? 1 : 0) : 10 * mean + random.nextDouble() - 0.5;
      uplift[r] *= binary ? 1 : 10;
      if (random.nextInt(20) == 0) {
        x[r][4] = Double.NaN;
      }
    }
    return new PlantedTrial(Trial.randomised(x, treated, outcome), uplift);
  }
}
