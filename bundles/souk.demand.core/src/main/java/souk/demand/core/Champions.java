package souk.demand.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import souk.demand.api.AccuracyScore;
import souk.demand.api.Champion;
import souk.demand.api.Measure;
import souk.kernel.api.StrategyRef;
import souk.model.Reason;

/**
 * The strategy of each category: the one that serves all, unless a challenger's scaled errors in
 * the category are clearly smaller; see {@link AutomaticChoice}.
 */
final class Champions {
  private final Map<String, StrategyRef> byGroup = new LinkedHashMap<>();
  private final List<Champion> list = new ArrayList<>();

  /**
   * @param order best first; not empty
   */
  Champions(List<StrategyRef> order, BacktestScores scores, BacktestFigures figures) {
    StrategyRef all = order.get(0);
    for (String group : figures.groups()) {
      List<AccuracyScore> ranking = scores.of(group);
      boolean isAll = group.equals(AccuracyScore.ALL);
      StrategyRef best =
          isAll ? all : AutomaticChoice.clearlyBest(all, figures.scaledErrors(group));
      byGroup.put(group, best);
      list.add(
          new Champion(
              group,
              StrategyNames.label(best, order),
              ranking,
              reason(
                  isAll ? "all series" : group,
                  StrategyNames.label(best, order),
                  StrategyNames.label(all, order),
                  isAll,
                  ranking)));
    }
  }

  private static Reason reason(
      String group, String best, String all, boolean isAll, List<AccuracyScore> ranking) {
    double own = wape(ranking, best);
    if (Double.isNaN(own)) {
      return Reason.of(
          "forecast.champion.unjudged",
          "%s serves %s: no series is long enough for a backtest.".formatted(best, group),
          best,
          group);
    }
    if (!best.equals(all)) {
      return Reason.of(
          "forecast.champion.better",
          String.format(
              Locale.ROOT,
              "%s serves %s: WAPE %.3f against %.3f of %s, which serves all; its scaled errors are"
                  + " smaller by more than two standard errors.",
              best,
              group,
              own,
              wape(ranking, all),
              all),
          best,
          group,
          own,
          wape(ranking, all),
          all);
    }
    AccuracyScore first = ranking.get(0);
    boolean leads = first.strategy().equals(best);
    return Reason.of(
        leads ? "forecast.champion.smallest" : "forecast.champion.stays",
        leads
            ? String.format(
                Locale.ROOT,
                "%s serves %s: WAPE %.3f, the smallest of %d.",
                best,
                group,
                own,
                ranking.size())
            : String.format(
                Locale.ROOT,
                "%s serves %s as it serves %s: WAPE %.3f; %s has %.3f, which is not better by more"
                    + " than chance.",
                best,
                group,
                isAll ? "them" : "all",
                own,
                first.strategy(),
                wape(ranking, first.strategy())),
        best,
        group,
        own,
        leads ? ranking.size() : wape(ranking, first.strategy()));
  }

  private static double wape(List<AccuracyScore> ranking, String strategy) {
    return ranking.stream()
        .filter(score -> score.strategy().equals(strategy))
        .mapToDouble(score -> score.value(Measure.WAPE).orElse(Double.NaN))
        .findFirst()
        .orElse(Double.NaN);
  }

  /** One per group, the group of all series first. */
  List<Champion> list() {
    return List.copyOf(list);
  }

  /** Who serves a group; a group that was not judged is served by the one that serves all. */
  StrategyRef of(String group) {
    return byGroup.getOrDefault(
        group, Objects.requireNonNull(byGroup.get(AccuracyScore.ALL), "all"));
  }

  /** The champion of a group, or of all series where the group was not judged. */
  Champion champion(String group) {
    return list.stream()
        .filter(champion -> champion.group().equals(group))
        .findFirst()
        .orElse(list.get(0));
  }
}
