/** Segments and recommendations as services. */
@NullMarked
package souk.customer.core;

import org.jspecify.annotations.NullMarked;
