/** Learners of one column from others, as far as uplift needs them. */
@NullMarked
package souk.customer.lib.uplift.base;

import org.jspecify.annotations.NullMarked;
