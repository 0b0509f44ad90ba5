package souk.demand.lib.response;

/**
 * What the data of one item alone say.
 *
 * @param slope coefficient of log price; NaN if it cannot be computed
 * @param standardError larger of the classical and the robust standard error; NaN with the slope
 * @param degreesOfFreedom of the t distribution the estimate follows
 * @param rows rows with sales
 * @param distinctPrices different prices, told apart by half a percent
 * @param priceDeviation standard deviation of log price after the controls
 * @param covariateEffects coefficients of the covariates, in their order; 0 for a dropped one
 */
record OwnEstimate(
    double slope,
    double standardError,
    double degreesOfFreedom,
    int rows,
    int distinctPrices,
    double priceDeviation,
    double[] covariateEffects) {
  boolean isComputed() {
    return Double.isFinite(slope) && Double.isFinite(standardError) && standardError > 0;
  }
}
