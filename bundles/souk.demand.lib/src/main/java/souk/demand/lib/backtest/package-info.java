/** Rolling-origin backtests and the accuracy figures they print. */
@NullMarked
package souk.demand.lib.backtest;

import org.jspecify.annotations.NullMarked;
