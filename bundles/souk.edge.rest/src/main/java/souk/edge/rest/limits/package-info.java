/** How much one client may ask for. */
@NullMarked
package souk.edge.rest.limits;

import org.jspecify.annotations.NullMarked;
