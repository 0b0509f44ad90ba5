package souk.demand.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which totals are forecast and how they are made to add up. Immutable. */
public final class HierarchyPlan {
  /** How forecasts are made to add up. */
  public enum Method {
    /** Totals are the sums of the single series. */
    BOTTOM_UP,
    /**
     * Totals are forecast too; all are changed as little as the width of their intervals advises
     * (minimum trace with uncorrelated errors).
     */
    MIN_TRACE
  }

  private final Method method;
  private final List<List<String>> levels;
  private final Map<String, Map<String, String>> attributes;

  private HierarchyPlan(
      Method method, List<List<String>> levels, Map<String, Map<String, String>> attributes) {
    this.method = method;
    this.levels = levels;
    this.attributes = attributes;
  }

  /**
   * @param levels each a list of attribute names; no names for the whole chain; coarse levels first
   * @param attributes per series id the value of every attribute, for example product, category,
   *     store
   * @throws IllegalArgumentException if a series lacks an attribute of a level
   */
  public static HierarchyPlan of(
      Method method, List<List<String>> levels, Map<String, Map<String, String>> attributes) {
    List<List<String>> copy = new ArrayList<>();
    for (List<String> level : levels) {
      copy.add(List.copyOf(level));
    }
    Map<String, Map<String, String>> known = new LinkedHashMap<>();
    attributes.forEach((series, values) -> known.put(series, Map.copyOf(values)));
    if (copy.isEmpty() || Set.copyOf(copy).size() != copy.size()) {
      throw new IllegalArgumentException(
          "A hierarchy needs at least one level, each once, but got %s.".formatted(levels));
    }
    known.forEach(
        (series, values) ->
            copy.forEach(
                level -> {
                  if (!values.keySet().containsAll(level)) {
                    throw new IllegalArgumentException(
                        "Series %s has the attributes %s, but a level needs %s."
                            .formatted(series, values.keySet(), level));
                  }
                }));
    return new HierarchyPlan(method, List.copyOf(copy), Map.copyOf(known));
  }

  public Method method() {
    return method;
  }

  public List<List<String>> levels() {
    return levels;
  }

  /** Attribute values per series id. */
  public Map<String, Map<String, String>> attributes() {
    return attributes;
  }
}
