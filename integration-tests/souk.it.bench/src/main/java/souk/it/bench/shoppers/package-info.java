/** Sessions of a shop, and who bought. */
@NullMarked
package souk.it.bench.shoppers;

import org.jspecify.annotations.NullMarked;
