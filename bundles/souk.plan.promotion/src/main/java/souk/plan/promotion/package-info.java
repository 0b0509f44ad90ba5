/** Promotion planning under a budget. */
@NullMarked
package souk.plan.promotion;

import org.jspecify.annotations.NullMarked;
