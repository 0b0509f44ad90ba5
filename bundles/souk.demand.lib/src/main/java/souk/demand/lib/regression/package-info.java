/** Trend, seasons, holidays and promotions added up. */
@NullMarked
package souk.demand.lib.regression;

import org.jspecify.annotations.NullMarked;
