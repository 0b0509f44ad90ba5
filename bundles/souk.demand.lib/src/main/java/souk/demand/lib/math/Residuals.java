package souk.demand.lib.math;

/** A vector function whose sum of squares is to be minimised. */
@FunctionalInterface
public interface Residuals {
  /**
   * Evaluates the function.
   *
   * @param point where; not to be changed
   * @param residuals filled with the values
   * @return the sum of their squares; a non-finite value means "outside the domain"
   */
  double at(double[] point, double[] residuals);
}
