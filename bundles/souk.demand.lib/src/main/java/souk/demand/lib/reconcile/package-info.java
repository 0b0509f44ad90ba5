/** Forecasts of a hierarchy that add up. */
@NullMarked
package souk.demand.lib.reconcile;

import org.jspecify.annotations.NullMarked;
