package souk.demand.lib.pooled;

import souk.numeric.lib.boost.BoostOptions;
import souk.numeric.lib.boost.Loss;

/**
 * How a pooled model is fitted.
 *
 * @param horizon most steps ahead
 * @param drivers whether prices and flags take part
 * @param rows most training rows; beyond it they are drawn
 * @param origins origins per observed step
 * @param halfLife steps after which an observation counts half
 * @param boost how trees are grown; the number of trees is a ceiling
 */
public record PooledOptions(
    int horizon, boolean drivers, int rows, int origins, double halfLife, BoostOptions boost) {
  /** The default, for a horizon. */
  public static PooledOptions standard(int horizon, boolean drivers, long seed) {
    return new PooledOptions(
        horizon,
        drivers,
        600_000,
        2,
        104,
        new BoostOptions(Loss.POISSON, 400, 31, 0.06, 40, 1, 0.6, 0.5, seed));
  }

  /** The same options with other ceilings. */
  public PooledOptions bounded(int mostRows, int mostTrees) {
    return new PooledOptions(
        horizon, drivers, mostRows, origins, halfLife, boost.withTrees(mostTrees));
  }

  /** The same options with another loss. */
  public PooledOptions with(Loss loss) {
    BoostOptions other =
        new BoostOptions(
            loss,
            boost.trees(),
            boost.leaves(),
            boost.learningRate(),
            boost.leafRows(),
            boost.ridge(),
            boost.rowShare(),
            boost.featureShare(),
            boost.seed());
    return new PooledOptions(horizon, drivers, rows, origins, halfLife, other);
  }
}
