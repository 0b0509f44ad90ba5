package souk.demand.lib.ets;

import java.util.SplittableRandom;
import souk.demand.lib.ets.EtsShape.Season;
import souk.demand.lib.forecast.Distributions;
import souk.demand.lib.forecast.ForecastRequest;
import souk.demand.lib.forecast.SeriesForecast;
import souk.demand.lib.math.Normal;

/**
 * Forecast means and quantiles of a fitted model.
 *
 * <p>Linear models with additive or multiplicative errors have exact variances (classes 1 and 2 of
 * Hyndman et al. 2008, chapter 6); a multiplicative season (class 3) is simulated with the seed of
 * the request.
 */
final class EtsDistribution {
  private static final int PATHS = 1000;
  private static final double WORST = -0.999;

  private EtsDistribution() {}

  static SeriesForecast of(EtsFit fit, double scale, ForecastRequest request) {
    double[] mean = means(fit, request.horizon());
    String title = fit.shape().title();
    if (request.levels().isEmpty() || fit.shape().season() != Season.MULTIPLICATIVE) {
      return Distributions.normal(title, mean, deviations(fit, mean), scale, request);
    }
    return Distributions.simulated(title, mean, draws(fit, request), scale, request);
  }

  private static double[] means(EtsFit fit, int horizon) {
    EtsState state = fit.state();
    double[] mean = new double[horizon];
    double damp = 0;
    double power = 1;
    for (int h = 0; h < horizon; h++) {
      power *= state.phi;
      damp += power;
      double base = state.level + damp * state.trend;
      double index = state.season[(fit.nextPhase() + h) % fit.period()];
      mean[h] =
          switch (fit.shape().season()) {
            case NONE -> base;
            case ADDITIVE -> base + index;
            case MULTIPLICATIVE -> base * index;
          };
    }
    return mean;
  }

  private static double[] deviations(EtsFit fit, double[] mean) {
    EtsState state = fit.state();
    int horizon = mean.length;
    double[] weight = new double[horizon];
    double damp = 0;
    double power = 1;
    for (int j = 1; j < horizon; j++) {
      power *= state.phi;
      damp += power;
      double season = fit.shape().hasSeason() && j % fit.period() == 0 ? state.gamma : 0;
      weight[j] = state.alpha + state.beta * damp + season;
    }
    double[] deviation = new double[horizon];
    double[] theta = new double[horizon];
    double variance = fit.variance();
    for (int h = 0; h < horizon; h++) {
      if (fit.shape().multiplicativeError()) {
        theta[h] = mean[h] * mean[h];
        for (int j = 1; j <= h; j++) {
          theta[h] += variance * weight[j] * weight[j] * theta[h - j];
        }
        double total = (1 + variance) * theta[h] - mean[h] * mean[h];
        deviation[h] = StrictMath.sqrt(StrictMath.max(0, total));
      } else {
        theta[h] = (h == 0 ? 1 : theta[h - 1] + weight[h] * weight[h]);
        deviation[h] = StrictMath.sqrt(variance * theta[h]);
      }
    }
    return deviation;
  }

  private static double[][] draws(EtsFit fit, ForecastRequest request) {
    EtsState from = fit.state();
    double sigma = StrictMath.sqrt(fit.variance());
    SplittableRandom random = new SplittableRandom(request.seed());
    double[][] draws = new double[request.horizon()][PATHS];
    double[] season = new double[fit.period()];
    for (int path = 0; path < PATHS; path++) {
      double l = from.level;
      double b = from.trend;
      System.arraycopy(from.season, 0, season, 0, season.length);
      for (int h = 0; h < request.horizon(); h++) {
        int phase = (fit.nextPhase() + h) % season.length;
        double z = Normal.quantile((random.nextInt(1 << 24) + 0.5) / (1 << 24));
        double e = StrictMath.max(WORST, sigma * z);
        double base = l + from.phi * b;
        draws[h][path] = base * season[phase] * (1 + e);
        l = base * (1 + from.alpha * e);
        b = from.phi * b + from.beta * base * e;
        season[phase] *= 1 + from.gamma * e;
      }
    }
    return draws;
  }
}
