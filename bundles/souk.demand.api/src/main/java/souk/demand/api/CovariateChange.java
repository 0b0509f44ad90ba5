package souk.demand.api;

/**
 * What a scenario does to a covariate in the future.
 *
 * @param covariate name
 * @param seriesId series it concerns; empty text for all
 * @param fromStep first step ahead it concerns, 1 is the first of the horizon
 * @param untilStep last step ahead it concerns
 * @param kind what is done
 * @param value the value, or the factor
 */
public record CovariateChange(
    String covariate, String seriesId, int fromStep, int untilStep, Kind kind, double value) {
  /** What is done to the values. */
  public enum Kind {
    /** They become the value. */
    SET,
    /** They are multiplied by the value. */
    SCALE
  }

  public CovariateChange {
    if (fromStep < 1 || untilStep < fromStep || !Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "A change of %s needs steps from 1 on and a finite value, but got steps %d to %d and %s."
              .formatted(covariate, fromStep, untilStep, value));
    }
  }
}
