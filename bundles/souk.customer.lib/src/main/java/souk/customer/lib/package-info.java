/** RFM, value classes and co-occurrence mathematics. */
@NullMarked
package souk.customer.lib;

import org.jspecify.annotations.NullMarked;
