/** What customers did, event by event, as tokens that a network over sequences reads. */
@NullMarked
package souk.customer.lib.behavior.tokens;

import org.jspecify.annotations.NullMarked;
