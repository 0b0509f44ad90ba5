/** Seasonal naive, automatic ETS and Theta. */
@NullMarked
package souk.demand.forecasting;

import org.jspecify.annotations.NullMarked;
