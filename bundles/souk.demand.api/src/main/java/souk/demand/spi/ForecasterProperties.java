package souk.demand.spi;

/** Names of the service properties that tell what a forecaster needs without waking it. */
public final class ForecasterProperties {
  /** Whole number: fewest observations with which it forecasts itself. */
  public static final String MINIMUM_HISTORY = "souk.history.minimum";

  /** Text: {@link #KNOWN} or {@code none}. */
  public static final String COVARIATES = "souk.covariates";

  /** Value of {@link #COVARIATES}: covariates known in advance are used. */
  public static final String KNOWN = "known";

  /** Whole number: longest season in steps; 0 for any. */
  public static final String LONGEST_SEASON = "souk.season.longest";

  /** Boolean: it learns across series and wants a whole panel in one call. */
  public static final String WHOLE_PANEL = "souk.panel.whole";

  private ForecasterProperties() {}
}
