/** The seasonal naive method, the yardstick of every backtest. */
@NullMarked
package souk.demand.lib.naive;

import org.jspecify.annotations.NullMarked;
