package souk.demand.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import souk.data.api.SalesHistory;
import souk.demand.api.DemandParts;
import souk.demand.lib.pooled.PanelColumns;
import souk.demand.lib.pooled.PooledPanel;
import souk.demand.lib.pooled.PooledSeries;
import souk.demand.lib.pooled.PooledTiming;
import souk.demand.lib.pooled.PromotionBaseline;
import souk.model.Panel;
import souk.model.Series;

/** A panel of the contract as the library takes it apart, and the parts back. One per call. */
final class PartsReader {
  static final String BASE_PRICE = "base-price";
  static final String AVAILABLE = "available";

  private static final double TYPICAL = 100;

  private final Panel panel;
  private final PanelColumns columns;
  private final List<String> promotions;

  PartsReader(Panel panel) {
    this.panel = panel;
    long count = 0;
    for (Series series : panel.seriesList()) {
      for (int t = 0; t < series.length(); t++) {
        if (series.value(t) < 0) {
          throw new IllegalArgumentException(
              "Units must be at least 0, but series %s has %s at position %d."
                  .formatted(series.id(), series.value(t), t + 1));
        }
        count++;
      }
    }
    if (count == 0) {
      throw new IllegalArgumentException(
          "Nothing can be taken apart: the panel has %d series and 0 observations."
              .formatted(panel.seriesList().size()));
    }
    this.columns = new PanelColumns(panel, 0, TYPICAL);
    this.promotions =
        panel.covariateNames().stream()
            .filter(name -> !List.of(AVAILABLE, SalesHistory.PRICE, BASE_PRICE).contains(name))
            .filter(columns::isFlag)
            .toList();
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
        flags[k] = columns.column(promotions.get(k), series);
      }
      all.add(
          new PooledSeries(
              series.id(),
              series.id(),
              "",
              categories.getOrDefault(series.id(), ""),
              columns.units(series, AVAILABLE),
              optional(SalesHistory.PRICE, series),
              optional(BASE_PRICE, series),
              flags,
              new float[0]));
    }
    PromotionBaseline fit =
        PromotionBaseline.fit(
            new PooledPanel(
                all,
                columns.steps(),
                columns.known(),
                new PooledTiming(columns.year(), 0),
                new float[0][]));
    List<DemandParts> parts = new ArrayList<>();
    for (int s = 0; s < all.size(); s++) {
      parts.add(parts(panel.seriesList().get(s), fit.of(s)));
    }
    return parts;
  }

  private DemandParts parts(Series series, PromotionBaseline.Parts fit) {
    float[] available = columns.column(AVAILABLE, series);
    boolean[] out = new boolean[series.length()];
    int from = series.firstStep() - columns.begin();
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
    int from = series.firstStep() - columns.begin();
    return Arrays.stream(values, from, from + series.length())
        .map(v -> v * columns.scale())
        .toArray();
  }

  private float[] optional(String name, Series series) {
    return panel.covariate(name, series.id()).isPresent()
        ? columns.column(name, series)
        : new float[0];
  }
}
