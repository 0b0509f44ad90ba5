/** How good scores, probabilities and figures are. */
@NullMarked
package souk.learn.lib.metrics;

import org.jspecify.annotations.NullMarked;
