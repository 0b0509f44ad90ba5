/** Offer evaluation mathematics: exact allocation and selection. */
@NullMarked
package souk.offer.lib;

import org.jspecify.annotations.NullMarked;
