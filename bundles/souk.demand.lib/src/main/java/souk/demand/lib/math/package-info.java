/**
 * The few numerical tools the demand room needs: quantiles, least squares, a gradient minimiser.
 */
@NullMarked
package souk.demand.lib.math;

import org.jspecify.annotations.NullMarked;
