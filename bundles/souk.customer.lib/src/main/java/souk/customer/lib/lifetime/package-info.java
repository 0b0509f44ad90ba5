/** How often customers will buy, whether they are still customers, and what they will spend. */
@NullMarked
package souk.customer.lib.lifetime;

import org.jspecify.annotations.NullMarked;
