package souk.demand.api;

import java.util.List;
import java.util.Map;

/**
 * A total of a hierarchy.
 *
 * @param level names of the attributes that its members share; none for the whole chain
 * @param key their values
 * @param members ids of the series that it adds up, in the order of the panel
 * @param forecast mean: the exact sum over the members; quantiles are its own, they do not add up
 */
public record CoherentTotal(
    List<String> level, Map<String, String> key, List<String> members, SeriesForecast forecast) {
  public CoherentTotal {
    level = List.copyOf(level);
    key = Map.copyOf(key);
    members = List.copyOf(members);
  }
}
