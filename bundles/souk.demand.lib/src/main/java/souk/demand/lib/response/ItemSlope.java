package souk.demand.lib.response;

import java.util.Optional;

/**
 * Price response of one item.
 *
 * @param id names the item
 * @param slope elasticity after shrinkage, or the pooled one if the item has none of its own; 0
 *     with a standard error of 5 if no item at all could be estimated
 * @param standardError of the slope
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param ownSlope what the item's own data say; NaN if nothing
 * @param ownStandardError its standard error; NaN if there is none
 * @param rows rows with sales
 * @param distinctPrices different prices, told apart by half a percent
 * @param doubt why the response is not identified, or empty if it is
 * @param covariateEffects coefficients of the covariates, in their order
 */
public record ItemSlope(
    String id,
    double slope,
    double standardError,
    double low,
    double high,
    double ownSlope,
    double ownStandardError,
    int rows,
    int distinctPrices,
    Optional<Doubt> doubt,
    double[] covariateEffects) {
  /** Whether the data tell. */
  public boolean isIdentified() {
    return doubt.isEmpty();
  }
}
