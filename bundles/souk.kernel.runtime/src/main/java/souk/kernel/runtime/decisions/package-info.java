/** The decision log in segment files. */
@NullMarked
package souk.kernel.runtime.decisions;

import org.jspecify.annotations.NullMarked;
