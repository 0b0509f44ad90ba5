/** Exponential smoothing in state space form with automatic choice of the model. */
@NullMarked
package souk.demand.lib.ets;

import org.jspecify.annotations.NullMarked;
