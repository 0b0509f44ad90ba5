/** One series in, mean and quantiles out: what every forecasting method of this library answers. */
@NullMarked
package souk.demand.lib.forecast;

import org.jspecify.annotations.NullMarked;
