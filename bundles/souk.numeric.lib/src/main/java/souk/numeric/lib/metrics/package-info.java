/** How good scores, probabilities and figures are. */
@NullMarked
package souk.numeric.lib.metrics;

import org.jspecify.annotations.NullMarked;
