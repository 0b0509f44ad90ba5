/** One model over many series: known prices, promotions, calendar, attributes, new items. */
@NullMarked
package souk.demand.lib.pooled;

import org.jspecify.annotations.NullMarked;
