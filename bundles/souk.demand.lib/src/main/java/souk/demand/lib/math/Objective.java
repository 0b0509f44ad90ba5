package souk.demand.lib.math;

/** A smooth function to be minimised, with its gradient. */
@FunctionalInterface
public interface Objective {
  /**
   * Evaluates the function.
   *
   * @param point where; not to be changed
   * @param gradient filled with the partial derivatives, same length as the point
   * @return the value; a non-finite value means "outside the domain"
   */
  double at(double[] point, double[] gradient);
}
