/** Reproducible streams of random numbers and draws from distributions. */
@NullMarked
package souk.evidence.lib.random;

import org.jspecify.annotations.NullMarked;
