/** How well uplift was ranked, and what acting on it is worth, with intervals. */
@NullMarked
package souk.customer.lib.uplift.measure;

import org.jspecify.annotations.NullMarked;
