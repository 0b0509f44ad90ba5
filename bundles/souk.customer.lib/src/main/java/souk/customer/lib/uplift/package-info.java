/** Whom a treatment changes: estimators of the uplift of each row of a trial. */
@NullMarked
package souk.customer.lib.uplift;

import org.jspecify.annotations.NullMarked;
