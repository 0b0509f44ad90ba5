package souk.demand.api;

/**
 * What is known of a forecasting strategy without waking it.
 *
 * @param strategy id
 * @param version version
 * @param title for people
 * @param family family of methods
 * @param minimumHistory fewest observations with which it forecasts itself
 * @param covariates {@code known} if it uses covariates known in advance, else {@code none}
 * @param longestSeason longest season in steps that it models; 0 for any
 * @param wholePanel whether it learns across series and wants a whole panel in one call
 */
public record ForecasterInfo(
    String strategy,
    String version,
    String title,
    String family,
    int minimumHistory,
    String covariates,
    int longestSeason,
    boolean wholePanel) {}
