package souk.plan.api;

/**
 * How a constraint stands in a solution.
 *
 * @param name for example {@code budget}
 * @param used how much is used
 * @param limit how much is allowed
 * @param binding whether more room would change the plan
 * @param shadowPrice gain in the objective per unit of room; 0 if not binding
 */
public record ConstraintState(
    String name, double used, double limit, boolean binding, double shadowPrice) {}
