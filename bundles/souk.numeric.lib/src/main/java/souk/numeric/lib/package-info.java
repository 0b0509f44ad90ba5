/** Numerical methods that several rooms share. */
@NullMarked
package souk.numeric.lib;

import org.jspecify.annotations.NullMarked;
