/** Price points of an item and what demand at each of them is expected to bring. */
@NullMarked
package souk.plan.lib.price;

import org.jspecify.annotations.NullMarked;
