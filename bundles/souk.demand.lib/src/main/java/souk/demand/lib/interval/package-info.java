/** Intervals that keep their promise. */
@NullMarked
package souk.demand.lib.interval;

import org.jspecify.annotations.NullMarked;
