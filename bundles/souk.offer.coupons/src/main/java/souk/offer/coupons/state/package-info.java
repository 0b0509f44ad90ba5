/** What the ledger counts, in memory. */
@NullMarked
package souk.offer.coupons.state;

import org.jspecify.annotations.NullMarked;
