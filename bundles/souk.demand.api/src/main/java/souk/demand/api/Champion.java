package souk.demand.api;

import java.util.List;
import souk.model.Reason;

/**
 * The strategy that serves one group of series.
 *
 * @param group category, or {@link AccuracyScore#ALL}
 * @param strategy that serves
 * @param ranking all that were compared in this group, smallest WAPE first; those behind the
 *     champion are its challengers
 * @param reason why it serves, with figures
 */
public record Champion(String group, String strategy, List<AccuracyScore> ranking, Reason reason) {
  public Champion {
    ranking = List.copyOf(ranking);
  }
}
