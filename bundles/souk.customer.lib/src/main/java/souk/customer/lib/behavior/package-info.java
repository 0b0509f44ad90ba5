/** What is known of a customer on a day, for models that learn what comes next. */
@NullMarked
package souk.customer.lib.behavior;

import org.jspecify.annotations.NullMarked;
