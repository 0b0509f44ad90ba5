/** What a promotion is expected to gain and to cost. */
@NullMarked
package souk.plan.lib.promotion;

import org.jspecify.annotations.NullMarked;
