/** One class per resource. */
@NullMarked
package souk.edge.rest.resources;

import org.jspecify.annotations.NullMarked;
