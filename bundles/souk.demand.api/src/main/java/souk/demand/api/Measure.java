package souk.demand.api;

/** What a forecast is judged by; smaller is better but where it is said. */
public enum Measure {
  /** Symmetric mean absolute percentage error, in percent. */
  SMAPE("smape"),
  /** Mean absolute error over the mean absolute seasonal difference of the history. */
  MASE("mase"),
  /** Root of the mean squared error over the mean squared seasonal difference of the history. */
  RMSSE("rmsse"),
  /** Sum of absolute errors over sum of actuals. */
  WAPE("wape"),
  /** Sum of errors over sum of actuals; above 0 is too high, 0 is best. */
  BIAS("bias"),
  /** Twice the pinball loss, mean over the quantiles, over sum of actuals. */
  PINBALL("pinball"),
  /** Share of actuals in the central 80 % interval; 0.8 is best. */
  COVERAGE80("coverage80"),
  /** Mean scaled interval score of the central 95 % interval. */
  MSIS("msis");

  private final String id;

  Measure(String id) {
    this.id = id;
  }

  /** Name in documents and tables. */
  public String id() {
    return id;
  }
}
