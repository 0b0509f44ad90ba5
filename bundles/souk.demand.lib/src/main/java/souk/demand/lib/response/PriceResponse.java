package souk.demand.lib.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import souk.demand.lib.math.Normal;
import souk.demand.lib.math.StudentT;

/**
 * Log-log price response of many items.
 *
 * <p>Each item is regressed by itself: log units = slope x log price + covariates + trend + market
 * index + a constant per group. The slopes are then drawn towards their pooled mean by as much as
 * their own errors exceed the spread between items (empirical Bayes, Efron and Morris 1975): weight
 * tau^2 / (tau^2 + s^2) on the item's own estimate. Where the data do not tell (too few rows, no
 * price movement, a standard error too large, an interval that reaches zero), the answer says so
 * with figures. Stateless, thread-safe, deterministic.
 */
public final class PriceResponse {
  private final ResponseOptions options;

  /** Estimates with these options. */
  public PriceResponse(ResponseOptions options) {
    this.options = options;
  }

  /** Estimates all items together. */
  public ResponseFit fit(List<ResponseItem> items) {
    List<ItemRegression> regressions =
        items.stream().map(item -> new ItemRegression(item, options.trend())).toList();
    List<OwnEstimate> own = new ArrayList<>();
    for (ItemRegression regression : regressions) {
      own.add(regression.estimate(new double[0]));
    }
    if (options.marketIndex()) {
      for (int pass = 0; pass < 2; pass++) {
        MarketIndex index = MarketIndex.of(regressions);
        for (int i = 0; i < regressions.size(); i++) {
          own.set(i, regressions.get(i).estimate(index.without(regressions.get(i))));
        }
      }
    }
    Pool pool = pool(own);
    List<ItemSlope> slopes = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      slopes.add(judge(items.get(i).id(), own.get(i), pool));
    }
    return new ResponseFit(pool.mean(), pool.meanError(), pool.deviation(), slopes);
  }

  /** Pools the items which pass the checks that do not depend on the result. */
  private Pool pool(List<OwnEstimate> own) {
    List<OwnEstimate> usable =
        own.stream().filter(estimate -> doubtBeforehand(estimate).isEmpty()).toList();
    return Pool.of(
        usable.stream().mapToDouble(OwnEstimate::slope).toArray(),
        usable.stream().mapToDouble(OwnEstimate::standardError).toArray());
  }

  private Optional<Doubt> doubtBeforehand(OwnEstimate own) {
    if (own.rows() < options.minimumRows()) {
      return Optional.of(
          Doubt.of(
              "too-few-weeks",
              "%d observations with sales, %d are needed",
              own.rows(),
              options.minimumRows()));
    }
    if (own.distinctPrices() < options.minimumPrices()) {
      return Optional.of(
          Doubt.of(
              "no-price-variation",
              "%d different prices, %d are needed",
              own.distinctPrices(),
              options.minimumPrices()));
    }
    if (own.priceDeviation() < options.minimumDeviation() || !own.isComputed()) {
      return Optional.of(
          Doubt.of(
              "price-moves-with-controls",
              "log price varies by %.4f apart from trend, season and promotions, %.4f is needed",
              own.priceDeviation(),
              options.minimumDeviation()));
    }
    if (own.standardError() > options.maximumStandardError()) {
      return Optional.of(
          Doubt.of(
              "too-uncertain",
              "standard error %.2f, at most %.2f is allowed",
              own.standardError(),
              options.maximumStandardError()));
    }
    return Optional.empty();
  }

  private ItemSlope judge(String id, OwnEstimate own, Pool pool) {
    Optional<Doubt> doubt = doubtBeforehand(own);
    double slope = own.slope();
    double error = own.standardError();
    double critical = StudentT.quantile((1 + options.level()) / 2, own.degreesOfFreedom());
    if (doubt.isPresent()) {
      slope = pool.mean();
      error = StrictMath.hypot(pool.deviation(), pool.meanError());
      critical = Normal.quantile((1 + options.level()) / 2);
    } else if (options.shrinkage() && pool.items() > 1) {
      double within = own.standardError() * own.standardError();
      double between = pool.deviation() * pool.deviation();
      double weight = between / (between + within);
      slope = weight * own.slope() + (1 - weight) * pool.mean();
      double fromPool = (1 - weight) * pool.meanError();
      error = StrictMath.sqrt(weight * within + fromPool * fromPool);
    }
    double low = slope - critical * error;
    double high = slope + critical * error;
    if (doubt.isEmpty() && !(high < 0)) {
      doubt =
          Optional.of(
              Doubt.of(
                  "interval-reaches-zero",
                  "elasticity %.2f with interval %.2f to %.2f: a rise in price may not lower units",
                  slope,
                  low,
                  high));
    }
    return new ItemSlope(
        id,
        slope,
        error,
        low,
        high,
        own.slope(),
        own.standardError(),
        own.rows(),
        own.distinctPrices(),
        doubt,
        own.covariateEffects());
  }
}
