package souk.demand.lib.backtest;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a rolling-origin backtest cuts a history.
 *
 * <p>Every method sees observations [0, cut) and is judged on [cut, cut + horizon); the last cut
 * leaves exactly one horizon, earlier ones lie {@code step} observations apart (Tashman,
 * International Journal of Forecasting 16, 2000).
 *
 * @param origins how many cuts at most, at least 1
 * @param horizon steps judged after each cut, at least 1
 * @param step distance between cuts, at least 1
 * @param minimumTraining fewest observations before a cut, at least 1
 */
public record RollingOrigins(int origins, int horizon, int step, int minimumTraining) {
  /** Refuses impossible values. */
  public RollingOrigins {
    if (origins < 1 || horizon < 1 || step < 1 || minimumTraining < 1) {
      throw new IllegalArgumentException(
          "origins (%d), horizon (%d), step (%d) and minimumTraining (%d) must be at least 1."
              .formatted(origins, horizon, step, minimumTraining));
    }
  }

  /** The cuts for a history of this length, oldest first; empty if it is too short for any. */
  public List<Integer> cuts(int observations) {
    List<Integer> cuts = new ArrayList<>();
    for (int i = origins - 1; i >= 0; i--) {
      int cut = observations - horizon - i * step;
      if (cut >= minimumTraining) {
        cuts.add(cut);
      }
    }
    return cuts;
  }
}
