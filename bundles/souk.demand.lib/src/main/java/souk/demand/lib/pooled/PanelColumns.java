package souk.demand.lib.pooled;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import souk.model.Frequency;
import souk.model.Panel;
import souk.model.Series;

/**
 * The series and covariates of a panel as columns of the same steps, from the first step of any to
 * the last and a horizon beyond. Immutable.
 */
public final class PanelColumns {
  private static final double LARGEST = 1e6;
  private static final double SMALLEST = 1e-3;
  private static final int YEAR_OF_DAYS = 364;

  private final Panel panel;
  private final int begin;
  private final int known;
  private final int steps;
  private final double scale;

  /**
   * @param horizon steps beyond the last known
   * @param typical what huge and tiny units are divided to on average
   */
  public PanelColumns(Panel panel, int horizon, double typical) {
    this.panel = panel;
    int first = Integer.MAX_VALUE;
    int until = Integer.MIN_VALUE;
    double sum = 0;
    long count = 0;
    for (Series series : panel.seriesList()) {
      first = Math.min(first, series.firstStep());
      until = Math.max(until, series.untilStep());
      for (int t = 0; t < series.length(); t++) {
        sum += series.value(t) / 1e3;
        count++;
      }
    }
    this.begin = first;
    this.known = until - first;
    this.steps = known + horizon;
    double mean = count == 0 ? 1 : sum / count * 1e3;
    this.scale = mean > LARGEST || (mean > 0 && mean < SMALLEST) ? mean / typical : 1;
  }

  /** First step of the panel that is a column's first. */
  public int begin() {
    return begin;
  }

  /** Steps of history. */
  public int known() {
    return known;
  }

  /** Steps of history and horizon. */
  public int steps() {
    return steps;
  }

  /** What units are divided by, so that they fit into single precision. */
  public double scale() {
    return scale;
  }

  /** First day of a position. */
  public LocalDate dayOf(int position) {
    return panel.grid().dateOf(begin + position);
  }

  /** Position after the last value of a series. */
  public int end(Series series) {
    return series.untilStep() - begin;
  }

  /** A covariate of a series, NaN where it is unknown. */
  public float[] column(String name, Series series) {
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

  /**
   * Units of a series over the scale, NaN where nothing is known or nothing could be sold.
   *
   * @param available name of the covariate that is 0 there
   */
  public float[] units(Series series, String available) {
    float[] units = new float[steps];
    Arrays.fill(units, Float.NaN);
    float[] shelf = column(available, series);
    for (int t = 0; t < series.length(); t++) {
      int at = series.firstStep() + t - begin;
      units[at] = shelf[at] == 0 ? Float.NaN : (float) (series.value(t) / scale);
    }
    return units;
  }

  /** Whether a covariate is 0 or 1 throughout. */
  public boolean isFlag(String name) {
    return all(name, series -> Arrays.stream(series.values()).allMatch(v -> v == 0 || v == 1));
  }

  /** Whether a covariate holds in all series that have it. */
  public boolean all(String name, Predicate<Series> condition) {
    return panel.seriesList().stream()
        .map(series -> panel.covariate(name, series.id()))
        .flatMap(Optional::stream)
        .allMatch(condition);
  }

  /** Steps of a year, whole weeks for days; 0 if a step is a year. */
  public int year() {
    Frequency frequency = panel.grid().frequency();
    return switch (frequency) {
      case DAY -> YEAR_OF_DAYS;
      case YEAR -> 0;
      default -> frequency.stepsPerYear();
    };
  }
}
