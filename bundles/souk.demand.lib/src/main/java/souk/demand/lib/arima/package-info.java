/** Autoregressive integrated moving averages, with seasons and regressors. */
@NullMarked
package souk.demand.lib.arima;

import org.jspecify.annotations.NullMarked;
