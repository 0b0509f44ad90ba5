/** Price ladder optimisation. */
@NullMarked
package souk.plan.pricing;

import org.jspecify.annotations.NullMarked;
