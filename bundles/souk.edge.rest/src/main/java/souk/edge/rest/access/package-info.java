/** Who may do what. */
@NullMarked
package souk.edge.rest.access;

import org.jspecify.annotations.NullMarked;
