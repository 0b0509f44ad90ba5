package souk.demand.core;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import souk.demand.api.CovariateChange;
import souk.demand.api.Scenario;
import souk.model.Panel;
import souk.model.Series;

/** A panel whose covariates run to the end of the horizon, and what scenarios make of it. */
final class ScenarioPanel {
  private final Panel panel;
  private final int horizon;
  private final TreeSet<String> continued = new TreeSet<>();

  ScenarioPanel(Panel history, int horizon) {
    this.horizon = horizon;
    Panel.Builder builder = Panel.builder(history.grid());
    for (Series series : history.seriesList()) {
      builder.add(series);
      for (String name : history.covariateNames()) {
        history
            .covariate(name, series.id())
            .filter(covariate -> covariate.length() > 0)
            .ifPresent(covariate -> builder.covariate(name, continued(name, series, covariate)));
      }
    }
    this.panel = builder.build();
  }

  /** Prices go on at the last value, flags at 0. */
  private Series continued(String name, Series series, Series covariate) {
    int until = series.untilStep() + horizon;
    if (covariate.untilStep() >= until) {
      return covariate;
    }
    continued.add(name);
    double[] values = Arrays.copyOf(covariate.values(), until - covariate.firstStep());
    boolean isFlag = Arrays.stream(covariate.values()).allMatch(v -> v == 0 || v == 1);
    double last = isFlag ? 0 : covariate.value(covariate.length() - 1);
    Arrays.fill(values, covariate.length(), values.length, last);
    return new Series(covariate.id(), covariate.firstStep(), values);
  }

  Panel planned() {
    return panel;
  }

  /** Covariates that ended before the horizon. */
  List<String> continued() {
    return List.copyOf(continued);
  }

  /**
   * The panel under a scenario.
   *
   * @throws IllegalArgumentException if it changes what is not there, or a step beyond the horizon
   */
  Panel under(Scenario scenario) {
    Map<String, Map<String, double[]>> changed = new HashMap<>();
    for (CovariateChange change : scenario.changes()) {
      if (!panel.covariateNames().contains(change.covariate()) || change.untilStep() > horizon) {
        throw new IllegalArgumentException(
            "Scenario %s changes %s until step %d, but the panel has the covariates %s and %d steps ahead."
                .formatted(
                    scenario.name(),
                    change.covariate(),
                    change.untilStep(),
                    panel.covariateNames(),
                    horizon));
      }
      int touched = 0;
      for (Series series : panel.seriesList()) {
        if (change.seriesId().isEmpty() || change.seriesId().equals(series.id())) {
          touched += change(change, series, changed) ? 1 : 0;
        }
      }
      if (touched == 0) {
        throw new IllegalArgumentException(
            "Scenario %s changes %s of series %s, but 0 of %d series have it."
                .formatted(
                    scenario.name(),
                    change.covariate(),
                    change.seriesId(),
                    panel.seriesList().size()));
      }
    }
    return with(changed);
  }

  private boolean change(
      CovariateChange change, Series series, Map<String, Map<String, double[]>> changed) {
    return panel
        .covariate(change.covariate(), series.id())
        .map(
            covariate -> {
              double[] values =
                  changed
                      .computeIfAbsent(change.covariate(), name -> new HashMap<>())
                      .computeIfAbsent(series.id(), id -> covariate.values());
              for (int h = change.fromStep(); h <= change.untilStep(); h++) {
                int at = series.untilStep() + h - 1 - covariate.firstStep();
                values[at] =
                    change.kind() == CovariateChange.Kind.SET
                        ? change.value()
                        : values[at] * change.value();
              }
              return true;
            })
        .orElse(false);
  }

  private Panel with(Map<String, Map<String, double[]>> changed) {
    Panel.Builder builder = Panels.copy(panel);
    changed.forEach(
        (name, bySeries) ->
            bySeries.forEach(
                (id, values) ->
                    builder.covariate(
                        name,
                        new Series(
                            id, panel.covariate(name, id).orElseThrow().firstStep(), values))));
    return builder.build();
  }
}
