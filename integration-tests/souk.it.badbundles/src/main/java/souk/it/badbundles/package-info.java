/** Strategies that misbehave on one channel, to show that the platform outlives them. */
@NullMarked
package souk.it.badbundles;

import org.jspecify.annotations.NullMarked;
