package souk.demand.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import souk.demand.api.DemandParts;
import souk.demand.api.ForecastOptions.StockOuts;
import souk.model.Panel;
import souk.model.Reason;
import souk.model.Series;

/**
 * Steps in which nothing could be sold, filled with what would have been sold: baseline, lift and
 * dip of that step.
 *
 * @param panel without the covariate {@code available}
 * @param notes per series what was filled
 */
record StockOutFill(Panel panel, Map<String, List<Reason>> notes) {
  static StockOutFill of(Panel panel, StockOuts rule) {
    boolean known = panel.covariateNames().contains(PartsReader.AVAILABLE);
    if (rule == StockOuts.COUNT || (rule == StockOuts.FILL_KNOWN && !known)) {
      return new StockOutFill(panel, Map.of());
    }
    Map<String, List<Reason>> notes = new HashMap<>();
    Map<String, Series> filled = new HashMap<>();
    for (DemandParts parts : new PartsReader(panel).parts(Map.of())) {
      filled.put(parts.seriesId(), fill(panel, parts, rule, notes));
    }
    Panel.Builder builder = Panel.builder(panel.grid());
    for (Series series : panel.seriesList()) {
      builder.add(filled.getOrDefault(series.id(), series));
      for (String name : panel.covariateNames()) {
        if (!name.equals(PartsReader.AVAILABLE)) {
          panel.covariate(name, series.id()).ifPresent(c -> builder.covariate(name, c));
        }
      }
    }
    return new StockOutFill(builder.build(), notes);
  }

  private static Series fill(
      Panel panel, DemandParts parts, StockOuts rule, Map<String, List<Reason>> notes) {
    double[] units = parts.units();
    double[] baseline = parts.baseline();
    double[] lift = parts.lift();
    double[] dip = parts.dip();
    boolean[] out = parts.stockOut();
    int steps = 0;
    double missed = 0;
    for (int t = 0; t < units.length; t++) {
      if (out[t] && (rule == StockOuts.FILL_FOUND || isKnown(panel, parts, t))) {
        double expected = StrictMath.max(units[t], baseline[t] + lift[t] + dip[t]);
        missed += expected - units[t];
        units[t] = expected;
        steps++;
      }
    }
    if (steps > 0) {
      notes.put(
          parts.seriesId(),
          new ArrayList<>(
              List.of(
                  Reason.of(
                      "forecast.stock-outs-filled",
                      String.format(
                          Locale.ROOT,
                          "%d of %d steps without stock count as if %.1f more had been sold.",
                          steps,
                          units.length,
                          missed),
                      steps,
                      units.length,
                      missed))));
    }
    return new Series(parts.seriesId(), parts.firstStep(), units);
  }

  private static boolean isKnown(Panel panel, DemandParts parts, int t) {
    return panel
        .covariate(PartsReader.AVAILABLE, parts.seriesId())
        .map(
            available -> {
              int at = parts.firstStep() + t - available.firstStep();
              return at >= 0 && at < available.length() && available.value(at) == 0;
            })
        .orElse(false);
  }
}
