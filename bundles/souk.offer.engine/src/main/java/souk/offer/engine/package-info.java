/** Quotes carts against the published snapshot. */
@NullMarked
package souk.offer.engine;

import org.jspecify.annotations.NullMarked;
