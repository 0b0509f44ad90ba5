package souk.plan.api;

import java.util.List;

/**
 * The chosen step per item, with proof of how good the choice is.
 *
 * @param choice index of the step per item, in the problem's order
 * @param objective sum of the chosen profits
 * @param bound no choice within the constraints can exceed this
 * @param constraints state of each constraint
 * @param optimal true if proven optimal
 */
public record LadderSolution(
    List<Integer> choice,
    double objective,
    double bound,
    List<ConstraintState> constraints,
    boolean optimal) {
  public LadderSolution {
    choice = List.copyOf(choice);
    constraints = List.copyOf(constraints);
  }

  /** {@code (bound − objective) / max(|bound|, 1e-9)}; 0 if proven optimal. */
  public double gap() {
    return optimal ? 0 : Math.max(0, bound - objective) / Math.max(Math.abs(bound), 1e-9);
  }
}
