/** Agreement between clusterings and how stable a clustering is. */
@NullMarked
package souk.customer.lib.stability;

import org.jspecify.annotations.NullMarked;
