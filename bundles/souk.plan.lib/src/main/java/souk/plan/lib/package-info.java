/** Price ladder and promotion optimisation mathematics. */
@NullMarked
package souk.plan.lib;

import org.jspecify.annotations.NullMarked;
