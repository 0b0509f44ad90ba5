package souk.demand.core;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import souk.data.api.SalesHistory;
import souk.model.Panel;
import souk.model.PurchaseLog;
import souk.model.Series;

/**
 * The price of a week as a customer met it: the median unit price over the week's order lines, each
 * line counting once.
 *
 * <p>The mean price paid falls whenever somebody buys a large lot at a lot discount. Regressed on
 * it, demand seems to jump when the price falls, although the large order came first. The median
 * over lines moves only if the price for the ordinary buyer moves. In a week without order lines
 * (simulated weeks) the panel's own mean price is taken; in a week without sale the last price.
 */
final class TypicalPrices {
  /** Name of the covariate. */
  static final String NAME = "typical-price";

  private static final int STEPS = 1 << 20;

  private final Map<Long, double[]> prices = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  TypicalPrices(Panel panel, PurchaseLog log, int fractionDigits) {
    double unit = StrictMath.pow(10, fractionDigits);
    Map<Long, Integer> counts = new HashMap<>();
    for (int i = 0; i < log.skus().size(); i++) {
      numbers.put(log.skus().get(i).value(), i);
    }
    long[] keys = new long[log.rows()];
    for (int row = 0; row < keys.length; row++) {
      keys[row] = key(panel, log, row);
      if (keys[row] >= 0) {
        counts.merge(keys[row], 1, Integer::sum);
      }
    }
    counts.forEach((key, count) -> prices.put(key, new double[count]));
    for (int row = 0; row < keys.length; row++) {
      if (keys[row] >= 0) {
        int left = counts.merge(keys[row], -1, Integer::sum);
        Objects.requireNonNull(prices.get(keys[row]))[left] =
            sixDecimals(log.amountMinor(row) / unit / log.quantity(row));
      }
    }
    prices.values().forEach(Arrays::sort);
  }

  private static long key(Panel panel, PurchaseLog log, int row) {
    if (!(log.quantity(row) > 0) || log.amountMinor(row) <= 0) {
      return -1;
    }
    LocalDate day = LocalDate.ofEpochDay(log.epochDay(row));
    long step = panel.grid().frequency().stepsBetween(panel.grid().origin(), day);
    return step < 0 || step >= STEPS ? -1 : (long) log.sku(row) * STEPS + step;
  }

  /** The panel with the typical price as a further covariate. */
  Panel addTo(Panel panel) {
    Panel.Builder builder = Panel.builder(panel.grid());
    for (Series series : panel.seriesList()) {
      builder.add(series);
      builder.covariate(NAME, price(panel, series));
    }
    return builder.build();
  }

  private Series price(Panel panel, Series series) {
    Series mean = panel.covariate(SalesHistory.PRICE, series.id()).orElseThrow();
    double[] values = new double[series.length()];
    double last = 0;
    for (int t = 0; t < values.length; t++) {
      int step = series.firstStep() + t;
      double[] lines = prices.get(numbers.getOrDefault(series.id(), -1) * (long) STEPS + step);
      if (lines != null) {
        last = median(lines);
      } else if (series.value(t) > 0 || last == 0) {
        int at = step - mean.firstStep();
        last = at >= 0 && at < mean.length() ? mean.value(at) : last;
      }
      values[t] = last;
    }
    return new Series(series.id(), series.firstStep(), values);
  }

  private static double sixDecimals(double price) {
    return StrictMath.rint(price * 1e6) / 1e6;
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
