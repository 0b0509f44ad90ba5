/** Rows of the ledger as bytes: entries, their encoding and their seals. */
@NullMarked
package souk.offer.coupons.record;

import org.jspecify.annotations.NullMarked;
