package souk.it.bench.pooled;

import java.util.Locale;
import souk.demand.lib.pooled.PooledModel;
import souk.demand.lib.pooled.PooledOptions;
import souk.demand.lib.pooled.PooledPanel;
import souk.numeric.lib.boost.Lanes;

/** Fits and forecasts a whole chain once; the figures of that run. */
public final class ChainRun {
  private static final int HORIZON = 13;
  private static final int BLOCK = 500;

  private final double fitSeconds;
  private final double forecastSeconds;
  private final int trees;
  private final GroceryScore score = new GroceryScore();
  private final GroceryScore naive = new GroceryScore();

  public ChainRun(int series, int points, int threads) {
    ChainMarket market = new ChainMarket(series, points, HORIZON, 11);
    PooledPanel panel = market.panel;
    Lanes lanes = GroceryRun.lanes(threads);
    long start = System.nanoTime();
    PooledModel model = PooledModel.fit(panel, PooledOptions.standard(HORIZON, true, 7), lanes);
    long fitted = System.nanoTime();
    trees = model.trees();
    double[][][] answers = new double[panel.size()][HORIZON][];
    lanes.forEach(
        (panel.size() + BLOCK - 1) / BLOCK,
        block -> {
          for (int s = block * BLOCK; s < Math.min(panel.size(), (block + 1) * BLOCK); s++) {
            for (int h = 0; h < HORIZON; h++) {
              answers[s][h] = model.forecast(s, points + h, 0.1, 0.5, 0.9);
            }
          }
        });
    fitSeconds = (fitted - start) / 1e9;
    forecastSeconds = (System.nanoTime() - fitted) / 1e9;
    for (int s = 0; s < panel.size(); s++) {
      for (int h = 0; h < HORIZON; h++) {
        float[] units = panel.series(s).units();
        double[] answer = answers[s][h];
        score.add(units[points + h], answer[2], answer[1], answer[3]);
        naive.add(units[points + h], units[points + h - 52], 0, 0);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d series x %d points: fit %.1f s (%d trees), forecast of %d steps %.1f s%n",
        panel.size(),
        points,
        fitSeconds,
        trees,
        HORIZON,
        forecastSeconds);
  }

  public double seconds() {
    return fitSeconds + forecastSeconds;
  }

  public double wape() {
    return score.wape();
  }

  public double wapeNaive() {
    return naive.wape();
  }

  public double coverage() {
    return score.coverage();
  }
}
