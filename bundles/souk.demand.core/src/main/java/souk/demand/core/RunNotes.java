package souk.demand.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import souk.demand.api.BacktestReport;
import souk.demand.api.ForecastRequest;
import souk.kernel.api.StrategyRef;

/**
 * What is kept beside a run: for the console its backtest, for the next run what the data were, for
 * the monitor how large errors were.
 *
 * @param report the backtest
 * @param request what was asked
 * @param season season in steps
 * @param refresh whether only changed series were forecast
 * @param fingerprints digest of the data per series
 * @param references errors of the champion in the backtest per group
 */
record RunNotes(
    BacktestReport report,
    ForecastRequest request,
    int season,
    boolean refresh,
    Map<String, String> fingerprints,
    Map<String, Reference> references) {
  /**
   * Mean absolute scaled errors over the series of a group, of each origin and step.
   *
   * @param mean their mean
   * @param deviation their standard deviation
   * @param steps how many
   */
  record Reference(double mean, double deviation, int steps) {
    static Reference of(List<Double> errors) {
      double mean = errors.stream().mapToDouble(Double::doubleValue).average().orElse(0);
      double squares = 0;
      for (double error : errors) {
        squares += (error - mean) * (error - mean);
      }
      double deviation = errors.size() < 2 ? 0 : StrictMath.sqrt(squares / (errors.size() - 1));
      return new Reference(mean, deviation, errors.size());
    }
  }

  /** The notes of a run that brought this one up to date. */
  RunNotes refreshed(String runId, Map<String, String> digests) {
    BacktestReport same =
        new BacktestReport(
            runId, report.scores(), report.champions(), report.choices(), report.reasons());
    return new RunNotes(same, request, season, true, digests, references);
  }

  static Map<String, Reference> references(BacktestFigures figures, Champions champions) {
    Map<String, Reference> references = new LinkedHashMap<>();
    for (String group : new ArrayList<>(figures.groups())) {
      StrategyRef champion = champions.of(group);
      List<Double> errors = figures.stepErrors(group, champion);
      if (!errors.isEmpty()) {
        references.put(group, Reference.of(errors));
      }
    }
    return references;
  }
}
