/** Item-to-item and repeat recommender. */
@NullMarked
package souk.customer.recommendation;

import org.jspecify.annotations.NullMarked;
