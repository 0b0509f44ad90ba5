/** One effect per idempotency key. */
@NullMarked
package souk.edge.rest.once;

import org.jspecify.annotations.NullMarked;
