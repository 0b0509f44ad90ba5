package souk.demand.api;

import java.util.List;
import java.util.Map;

/** Where a backtest cuts and what it compares. Immutable. */
public final class BacktestPlan {
  private final int origins;
  private final int step;
  private final int minimumTraining;
  private final List<String> strategies;
  private final Map<String, String> groups;

  private BacktestPlan(
      int origins,
      int step,
      int minimumTraining,
      List<String> strategies,
      Map<String, String> groups) {
    this.origins = origins;
    this.step = step;
    this.minimumTraining = minimumTraining;
    this.strategies = List.copyOf(strategies);
    this.groups = Map.copyOf(groups);
    if (origins < 1 || step < 1 || minimumTraining < 1) {
      throw new IllegalArgumentException(
          "A backtest needs at least 1 origin, 1 step between origins and 1 step of training, but got %d, %d and %d."
              .formatted(origins, step, minimumTraining));
    }
  }

  /**
   * Compares all strategies.
   *
   * @param origins cuts, at least 1
   * @param step steps between cuts, at least 1
   * @param minimumTraining steps a series must have before a cut
   */
  public static BacktestPlan of(int origins, int step, int minimumTraining) {
    return new BacktestPlan(origins, step, minimumTraining, List.of(), Map.of());
  }

  /** Compares only these; empty for all. */
  public BacktestPlan comparing(List<String> strategyIds) {
    return new BacktestPlan(origins, step, minimumTraining, strategyIds, groups);
  }

  /**
   * Scores by category too.
   *
   * @param categories category per series id
   */
  public BacktestPlan grouped(Map<String, String> categories) {
    return new BacktestPlan(origins, step, minimumTraining, strategies, categories);
  }

  public int origins() {
    return origins;
  }

  public int step() {
    return step;
  }

  public int minimumTraining() {
    return minimumTraining;
  }

  /** Ids of the strategies to compare; empty for all. */
  public List<String> strategies() {
    return strategies;
  }

  /** Category per series id. */
  public Map<String, String> groups() {
    return groups;
  }
}
