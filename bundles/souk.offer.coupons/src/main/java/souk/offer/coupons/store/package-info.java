/** Where rows and marks are kept. */
@NullMarked
package souk.offer.coupons.store;

import org.jspecify.annotations.NullMarked;
