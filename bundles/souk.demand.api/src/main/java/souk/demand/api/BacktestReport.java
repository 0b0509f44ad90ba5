package souk.demand.api;

import java.util.List;
import java.util.Optional;
import souk.model.Reason;

/**
 * What a rolling-origin backtest found. Immutable.
 *
 * @param runId run it belongs to; empty text if nothing was kept
 * @param scores one per strategy and group, the group of all series first, smallest WAPE first
 * @param champions one per group
 * @param choices one per series
 * @param reasons what was cut down or failed, with figures
 */
public record BacktestReport(
    String runId,
    List<AccuracyScore> scores,
    List<Champion> champions,
    List<SeriesChoice> choices,
    List<Reason> reasons) {
  public BacktestReport {
    scores = List.copyOf(scores);
    champions = List.copyOf(champions);
    choices = List.copyOf(choices);
    reasons = List.copyOf(reasons);
  }

  /** The choice for one series. */
  public Optional<SeriesChoice> choice(String seriesId) {
    return choices.stream().filter(choice -> choice.seriesId().equals(seriesId)).findFirst();
  }
}
