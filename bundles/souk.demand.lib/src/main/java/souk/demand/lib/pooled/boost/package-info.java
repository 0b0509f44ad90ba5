/** Gradient-boosted trees over histograms, for counts: deterministic, bounded in memory. */
@NullMarked
package souk.demand.lib.pooled.boost;

import org.jspecify.annotations.NullMarked;
