/** Choosing one step per item under one budget: the multiple-choice knapsack behind every plan. */
@NullMarked
package souk.plan.lib.choice;

import org.jspecify.annotations.NullMarked;
