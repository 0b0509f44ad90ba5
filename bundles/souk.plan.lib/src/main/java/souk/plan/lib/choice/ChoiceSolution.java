package souk.plan.lib.choice;

/**
 * An answer to a {@link ChoiceProblem}.
 *
 * <p>{@code objective ≤ optimum ≤ bound ≤ relaxationBound} holds for every answer, up to a relative
 * rounding error of 1e-10.
 */
public final class ChoiceSolution {
  private final int[] choice;
  private final double objective;
  private final double relaxationBound;
  private final boolean optimal;
  private final double cost;
  private final double units;
  private final double budgetShadowPrice;
  private final double unitsShadowPrice;

  ChoiceSolution(
      ChoiceProblem problem,
      int[] stepIndex,
      double relaxationBound,
      boolean optimal,
      double budgetShadowPrice,
      double unitsShadowPrice) {
    choice = new int[stepIndex.length];
    for (int i = 0; i < choice.length; i++) {
      choice[i] = stepIndex[i] - problem.offsets[i];
    }
    objective = Sums.of(problem.profit, stepIndex);
    cost = Sums.of(problem.cost, stepIndex);
    units = Sums.of(problem.units, stepIndex);
    this.relaxationBound = Math.max(objective, relaxationBound);
    this.optimal = optimal;
    this.budgetShadowPrice = budgetShadowPrice;
    this.unitsShadowPrice = unitsShadowPrice;
  }

  /** The chosen step of each item, counted from zero in the order of the problem; a copy. */
  public int[] choice() {
    return choice.clone();
  }

  public int choice(int item) {
    return choice[item];
  }

  /** Summed profit of the chosen steps. */
  public double objective() {
    return objective;
  }

  /** A proven upper limit of any plan's profit: the objective itself when {@link #optimal()}. */
  public double bound() {
    return optimal ? objective : relaxationBound;
  }

  /** The upper limit given by the linear relaxation alone, whether or not the answer is optimal. */
  public double relaxationBound() {
    return relaxationBound;
  }

  /** Relative distance of objective and {@link #bound()}; zero when optimal. */
  public double gap() {
    return gapTo(bound());
  }

  /** Relative distance of objective and {@link #relaxationBound()}. */
  public double relaxationGap() {
    return gapTo(relaxationBound);
  }

  private double gapTo(double upper) {
    return (upper - objective) / Math.max(1e-12, Math.abs(upper));
  }

  /** True when the search proved that no plan has more profit. */
  public boolean optimal() {
    return optimal;
  }

  /** Summed cost of the chosen steps. */
  public double cost() {
    return cost;
  }

  /** Summed units of the chosen steps. */
  public double units() {
    return units;
  }

  /** Profit that one more money unit of budget would bring; zero when the budget does not bind. */
  public double budgetShadowPrice() {
    return budgetShadowPrice;
  }

  /** Profit given up for the last required unit; zero when the minimum units do not bind. */
  public double unitsShadowPrice() {
    return unitsShadowPrice;
  }
}
