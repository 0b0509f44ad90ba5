/** Predictors of what customers will do. */
@NullMarked
package souk.customer.behavior;

import org.jspecify.annotations.NullMarked;
