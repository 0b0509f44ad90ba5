/** Complex exponential smoothing. */
@NullMarked
package souk.demand.lib.ces;

import org.jspecify.annotations.NullMarked;
