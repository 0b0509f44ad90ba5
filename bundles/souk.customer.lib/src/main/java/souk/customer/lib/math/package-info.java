/** Linear algebra on small matrices, and ranks. */
@NullMarked
package souk.customer.lib.math;

import org.jspecify.annotations.NullMarked;
