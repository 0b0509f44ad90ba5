/** Forecasting and price response mathematics. */
@NullMarked
package souk.demand.lib;

import org.jspecify.annotations.NullMarked;
