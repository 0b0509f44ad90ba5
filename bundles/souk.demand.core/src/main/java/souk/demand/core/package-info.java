/** Forecast runs, backtests and response models as services. */
@NullMarked
package souk.demand.core;

import org.jspecify.annotations.NullMarked;
