/** Averages of several forecasts. */
@NullMarked
package souk.demand.lib.combine;

import org.jspecify.annotations.NullMarked;
