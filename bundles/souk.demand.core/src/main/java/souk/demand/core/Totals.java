package souk.demand.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import souk.demand.api.HierarchyPlan;
import souk.demand.lib.reconcile.Hierarchy;
import souk.model.Panel;
import souk.model.Series;

/** The totals of a plan over a panel: who adds up to what, and the series of the totals. */
final class Totals {
  /**
   * One total.
   *
   * @param members positions in the panel, increasing
   */
  record Total(List<String> level, Map<String, String> key, int[] members) {}

  private final Panel bottom;
  private final List<List<Total>> levels = new ArrayList<>();
  private final List<Total> all = new ArrayList<>();

  Totals(Panel bottom, HierarchyPlan plan) {
    this.bottom = bottom;
    List<Series> series = bottom.seriesList();
    int until = series.isEmpty() ? 0 : series.get(0).untilStep();
    for (Series one : series) {
      if (!plan.attributes().containsKey(one.id()) || one.untilStep() != until) {
        throw new IllegalArgumentException(
            "Series %s ends at step %d and has the attributes %s; all must end at step %d and have attributes."
                .formatted(one.id(), one.untilStep(), plan.attributes().get(one.id()), until));
      }
    }
    for (List<String> level : plan.levels()) {
      Map<Map<String, String>, List<Integer>> groups = new LinkedHashMap<>();
      for (int i = 0; i < series.size(); i++) {
        Map<String, String> attributes =
            Objects.requireNonNull(plan.attributes().get(series.get(i).id()));
        Map<String, String> key = new LinkedHashMap<>();
        level.forEach(name -> key.put(name, Objects.requireNonNull(attributes.get(name))));
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
      }
      List<Total> totals = new ArrayList<>();
      groups.forEach(
          (key, members) ->
              totals.add(
                  new Total(level, key, members.stream().mapToInt(Integer::intValue).toArray())));
      levels.add(totals);
      all.addAll(totals);
    }
  }

  /** Level by level. */
  List<Total> all() {
    return all;
  }

  Hierarchy hierarchy() {
    return new Hierarchy(
        all.stream().map(Total::members).toArray(int[][]::new), bottom.seriesList().size());
  }

  /** Members per group and level, for rounding. */
  List<int[][]> groups() {
    return levels.stream()
        .map(level -> level.stream().map(Total::members).toArray(int[][]::new))
        .toList();
  }

  /** What was sold in total; covariates are means over the members where all have them. */
  Panel panel() {
    Panel.Builder builder = Panel.builder(bottom.grid());
    for (int i = 0; i < all.size(); i++) {
      String id = "total-" + i;
      List<Series> members =
          Arrays.stream(all.get(i).members()).mapToObj(bottom.seriesList()::get).toList();
      builder.add(sum(id, members, 1));
      for (String name : bottom.covariateNames()) {
        List<Series> covariates =
            members.stream()
                .map(member -> bottom.covariate(name, member.id()))
                .flatMap(Optional::stream)
                .toList();
        if (covariates.size() == members.size() && isAligned(covariates)) {
          builder.covariate(name, sum(id, covariates, members.size()));
        }
      }
    }
    return builder.build();
  }

  private static boolean isAligned(List<Series> covariates) {
    Series first = covariates.get(0);
    return covariates.stream()
        .allMatch(
            one -> one.firstStep() == first.firstStep() && one.untilStep() == first.untilStep());
  }

  /** Before its first step a series sold nothing. */
  private static Series sum(String id, List<Series> members, int divisor) {
    int first = members.stream().mapToInt(Series::firstStep).min().orElse(0);
    int until = members.stream().mapToInt(Series::untilStep).max().orElse(0);
    double[] sums = new double[until - first];
    for (Series member : members) {
      for (int t = 0; t < member.length(); t++) {
        sums[member.firstStep() + t - first] += member.value(t) / divisor;
      }
    }
    return new Series(id, first, sums);
  }
}
