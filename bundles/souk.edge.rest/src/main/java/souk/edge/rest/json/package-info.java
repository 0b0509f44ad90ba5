/** JSON of requests and answers. */
@NullMarked
package souk.edge.rest.json;

import org.jspecify.annotations.NullMarked;
