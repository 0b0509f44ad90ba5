/** Bundles of the drop folder. */
@NullMarked
package souk.kernel.deploy;

import org.jspecify.annotations.NullMarked;
