/** Demand with many zeros. */
@NullMarked
package souk.demand.lib.intermittent;

import org.jspecify.annotations.NullMarked;
