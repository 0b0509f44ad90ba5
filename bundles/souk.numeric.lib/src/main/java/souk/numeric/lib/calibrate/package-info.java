/** Scores made into probabilities. */
@NullMarked
package souk.numeric.lib.calibrate;

import org.jspecify.annotations.NullMarked;
