/** What the HTTP server answers before any servlet is asked. */
@NullMarked
package souk.edge.rest.server;

import org.jspecify.annotations.NullMarked;
