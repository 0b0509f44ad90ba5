/** Coupons and limits: never used twice, acknowledged when durable. */
@NullMarked
package souk.offer.coupons;

import org.jspecify.annotations.NullMarked;
