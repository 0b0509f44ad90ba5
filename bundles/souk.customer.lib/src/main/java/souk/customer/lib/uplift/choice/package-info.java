/** Uplift learners side by side: cross-fitted, chosen, put to the placebo test. */
@NullMarked
package souk.customer.lib.uplift.choice;

import org.jspecify.annotations.NullMarked;
