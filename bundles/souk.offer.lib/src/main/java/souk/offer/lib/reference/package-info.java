/**
 * The rules of {@link souk.offer.lib.compiled} written a second time, plainly and slowly: decimals
 * instead of integers, units one by one, all subsets instead of a search. Together with random
 * shops and carts it is what the compiled form is compared with. Never part of a provider.
 */
@NullMarked
package souk.offer.lib.reference;

import org.jspecify.annotations.NullMarked;
