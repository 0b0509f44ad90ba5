/** Logged decisions computed once more. */
@NullMarked
package souk.kernel.runtime.replays;

import org.jspecify.annotations.NullMarked;
