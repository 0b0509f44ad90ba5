package souk.demand.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import souk.data.api.SalesHistory;
import souk.demand.api.DemandParts;
import souk.demand.lib.pooled.PooledPanel;
import souk.demand.lib.pooled.PooledSeries;
import souk.demand.lib.pooled.PooledTiming;
import souk.demand.lib.pooled.PromotionBaseline;
import souk.model.Frequency;
import souk.model.Panel;
import souk.model.Series;

/** A panel of the contract as the library takes it apart, and the parts back. One per call. */
final class PartsReader {
  static final String BASE_PRICE = "base-price";
  static final String AVAILABLE = "available";

  private static final double LARGEST = 1e6;
  private static final double SMALLEST = 1e-3;

  private final Panel panel;
  private final int begin;
  private final int steps;
  private final double scale;
  private final List<String> promotions;

  PartsReader(Panel panel) {
    this.panel = panel;
    int first = Integer.MAX_VALUE;
    int until = Integer.MIN_VALUE;
    double sum = 0;
    long count = 0;
    for (Series series : panel.seriesList()) {
      first = Math.min(first, series.firstStep());
      until = Math.max(until, series.untilStep());
      for (int t = 0; t < series.length(); t++) {
        if (series.value(t) < 0) {
          throw new IllegalArgumentException(
              "Units must be at least 0, but series %s has %s at position %d."
                  .formatted(series.id(), series.value(t), t + 1));
        }
        sum += series.value(t) / 1e3;
        count++;
      }
    }
    if (count == 0) {
      throw new IllegalArgumentException(
          "Nothing can be taken apart: the panel has %d series and 0 observations."
              .formatted(panel.seriesList().size()));
    }
    this.begin = first;
    this.steps = until - first;
    double mean = sum / count * 1e3;
    this.scale = mean > LARGEST || (mean > 0 && mean < SMALLEST) ? mean / 100 : 1;
    this.promotions = panel.covariateNames().stream().filter(this::isFlag).toList();
  }

  private boolean isFlag(String name) {
    return !name.equals(AVAILABLE)
        && !name.equals(SalesHistory.PRICE)
        && !name.equals(BASE_PRICE)
        && panel.seriesList().stream()
            .map(series -> panel.covariate(name, series.id()))
            .flatMap(Optional::stream)
            .allMatch(one -> Arrays.stream(one.values()).allMatch(v -> v == 0 || v == 1));
  }

  /** Covariates that count as promotions. */
  List<String> promotions() {
    return promotions;
  }

  /** Takes everything apart. */
  List<DemandParts> parts(Map<String, String> categories) {
    List<PooledSeries> all = new ArrayList<>();
    for (Series series : panel.seriesList()) {
      float[][] flags = new float[promotions.size()][];
      for (int k = 0; k < flags.length; k++) {
        flags[k] = column(promotions.get(k), series);
      }
      all.add(
          new PooledSeries(
              series.id(),
              series.id(),
              "",
              categories.getOrDefault(series.id(), ""),
              units(series),
              optional(SalesHistory.PRICE, series),
              optional(BASE_PRICE, series),
              flags,
              new float[0]));
    }
    int year = panel.grid().frequency() == Frequency.DAY ? 364 : yearOf(panel.grid().frequency());
    PromotionBaseline fit =
        PromotionBaseline.fit(
            new PooledPanel(all, steps, steps, new PooledTiming(year, 0), new float[0][]));
    List<DemandParts> parts = new ArrayList<>();
    for (int s = 0; s < all.size(); s++) {
      parts.add(parts(panel.seriesList().get(s), fit.of(s)));
    }
    return parts;
  }

  private static int yearOf(Frequency frequency) {
    return frequency == Frequency.YEAR ? 0 : frequency.stepsPerYear();
  }

  private DemandParts parts(Series series, PromotionBaseline.Parts fit) {
    float[] available = column(AVAILABLE, series);
    boolean[] out = new boolean[series.length()];
    int from = series.firstStep() - begin;
    for (int t = 0; t < out.length; t++) {
      out[t] = fit.stockOut()[from + t] || available[from + t] == 0;
    }
    return new DemandParts(
        series.id(),
        series.firstStep(),
        series.values(),
        cut(fit.baseline(), series),
        cut(fit.calendar(), series),
        cut(fit.lift(), series),
        cut(fit.dip(), series),
        out);
  }

  private double[] cut(double[] values, Series series) {
    int from = series.firstStep() - begin;
    return Arrays.stream(values, from, from + series.length()).map(v -> v * scale).toArray();
  }

  private float[] units(Series series) {
    float[] units = new float[steps];
    Arrays.fill(units, Float.NaN);
    float[] available = column(AVAILABLE, series);
    for (int t = 0; t < series.length(); t++) {
      int at = series.firstStep() + t - begin;
      units[at] = available[at] == 0 ? Float.NaN : (float) (series.value(t) / scale);
    }
    return units;
  }

  private float[] optional(String name, Series series) {
    return panel.covariate(name, series.id()).isPresent() ? column(name, series) : new float[0];
  }

  private float[] column(String name, Series series) {
    float[] column = new float[steps];
    Arrays.fill(column, Float.NaN);
    panel
        .covariate(name, series.id())
        .ifPresent(
            covariate -> {
              for (int t = 0; t < covariate.length(); t++) {
                int at = covariate.firstStep() + t - begin;
                if (at >= 0 && at < steps) {
                  column[at] = (float) covariate.value(t);
                }
              }
            });
    return column;
  }
}
