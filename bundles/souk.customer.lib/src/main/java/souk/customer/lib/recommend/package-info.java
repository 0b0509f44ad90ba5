/** Item-to-item co-occurrence, personal repeat purchases, and ranking measures. */
@NullMarked
package souk.customer.lib.recommend;

import org.jspecify.annotations.NullMarked;
