package souk.customer.lib.uplift.base;

/**
 * The base learners that an uplift learner is built from.
 *
 * @param id word of the learner's id, for example {@code linear}
 * @param binary learns the chance of an outcome that is 0 or 1
 * @param figure learns any other figure, effects too
 * @param interactions whether effects that differ by row must be written as products of treatment
 *     and columns
 */
public record BaseFamily(String id, BaseLearner binary, BaseLearner figure, boolean interactions) {

  /** Ridge and logistic regression. */
  public static BaseFamily linear() {
    return new BaseFamily("linear", new LogisticRegression(1), new RidgeRegression(), true);
  }

  /** Boosted regression trees. */
  public static BaseFamily boosted() {
    BoostedRegression boosted = BoostedRegression.standard();
    return new BaseFamily("boosted", boosted.within(0, 1), boosted, false);
  }

  /** The learner for outcomes of this kind. */
  public BaseLearner outcome(boolean isBinary) {
    return isBinary ? binary : figure;
  }
}
