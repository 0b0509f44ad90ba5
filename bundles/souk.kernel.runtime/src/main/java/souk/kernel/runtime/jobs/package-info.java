/** Long work with progress and cancellation. */
@NullMarked
package souk.kernel.runtime.jobs;

import org.jspecify.annotations.NullMarked;
