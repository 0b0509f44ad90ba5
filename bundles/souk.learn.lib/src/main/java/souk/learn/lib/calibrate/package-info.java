/** Scores made into probabilities. */
@NullMarked
package souk.learn.lib.calibrate;

import org.jspecify.annotations.NullMarked;
