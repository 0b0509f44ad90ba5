/** The snapshot that serves now. */
@NullMarked
package souk.kernel.runtime.snapshots;

import org.jspecify.annotations.NullMarked;
