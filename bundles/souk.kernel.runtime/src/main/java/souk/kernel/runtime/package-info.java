/** StrategyRouter, snapshots, decision log and jobs. */
@NullMarked
package souk.kernel.runtime;

import org.jspecify.annotations.NullMarked;
