package souk.demand.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import souk.demand.lib.response.ResponseItem;
import souk.model.Panel;
import souk.model.Refusal;
import souk.model.Series;

/**
 * Reads a panel into the rows of the regression: price by grid step, every other covariate that
 * covers a series as a regressor. Units that were given away (price 0) say nothing about a price;
 * such rows count as rows without sale.
 */
final class ResponsePanel {
  private final Panel panel;
  private final String priceName;
  private int givenAway;

  ResponsePanel(Panel panel, String priceName) {
    this.panel = panel;
    this.priceName = priceName;
  }

  Optional<Refusal> refusal() {
    for (Series series : panel.seriesList()) {
      Optional<Series> price = panel.covariate(priceName, series.id());
      if (price.isEmpty()) {
        return Optional.of(
            new Refusal(
                "a price covariate '" + priceName + "' for each series",
                "series "
                    + series.id()
                    + " has none among its "
                    + panel.covariateNames().size()
                    + " covariates"));
      }
      if (!covers(price.get(), series)) {
        return Optional.of(
            new Refusal(
                "prices for the steps %d to %d"
                    .formatted(series.firstStep(), series.untilStep() - 1),
                "series %s has them for %d to %d"
                    .formatted(series.id(), price.get().firstStep(), price.get().untilStep() - 1)));
      }
      for (int t = 0; t < series.length(); t++) {
        if (series.value(t) < 0) {
          return Optional.of(
              new Refusal(
                  "units of at least 0",
                  "series %s has %s at step %d"
                      .formatted(series.id(), series.value(t), series.firstStep() + t)));
        }
      }
    }
    return Optional.empty();
  }

  List<ResponseItem> items() {
    List<ResponseItem> items = new ArrayList<>();
    for (Series series : panel.seriesList()) {
      int n = series.length();
      double[] units = series.values();
      double[] price = aligned(panel.covariate(priceName, series.id()).orElseThrow(), series);
      int[] step = new int[n];
      for (int t = 0; t < n; t++) {
        step[t] = series.firstStep() + t;
        if (units[t] > 0 && !(price[t] > 0)) {
          units[t] = 0;
          givenAway++;
        }
      }
      List<String> names = new ArrayList<>();
      List<double[]> columns = new ArrayList<>();
      for (String name : panel.covariateNames()) {
        Optional<Series> covariate = panel.covariate(name, series.id());
        if (!name.equals(priceName) && covariate.isPresent() && covers(covariate.get(), series)) {
          names.add(name);
          columns.add(aligned(covariate.get(), series));
        }
      }
      items.add(
          new ResponseItem(
              series.id(),
              step,
              new int[n],
              units,
              price,
              names,
              columns.toArray(double[][]::new)));
    }
    return items;
  }

  /** Rows with units at a price of 0, counted while {@link #items} ran. */
  int givenAway() {
    return givenAway;
  }

  static double[] aligned(Series covariate, Series series) {
    double[] values = new double[series.length()];
    for (int t = 0; t < values.length; t++) {
      values[t] = covariate.value(series.firstStep() + t - covariate.firstStep());
    }
    return values;
  }

  private static boolean covers(Series covariate, Series series) {
    return covariate.firstStep() <= series.firstStep()
        && covariate.untilStep() >= series.untilStep();
  }
}
