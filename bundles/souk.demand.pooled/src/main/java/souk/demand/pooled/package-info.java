/** One model over many series. */
@NullMarked
package souk.demand.pooled;

import org.jspecify.annotations.NullMarked;
