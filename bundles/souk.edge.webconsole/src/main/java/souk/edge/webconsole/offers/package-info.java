/** The page Offers and coupons. */
@NullMarked
package souk.edge.webconsole.offers;

import org.jspecify.annotations.NullMarked;
