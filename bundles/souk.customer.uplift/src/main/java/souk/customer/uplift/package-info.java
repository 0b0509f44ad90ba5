/** Uplift learners as strategies. */
@NullMarked
package souk.customer.uplift;

import org.jspecify.annotations.NullMarked;
