/**
 * Gradient-boosted trees over histograms, for counts, figures and odds: deterministic, bounded in
 * memory.
 */
@NullMarked
package souk.numeric.lib.boost;

import org.jspecify.annotations.NullMarked;
