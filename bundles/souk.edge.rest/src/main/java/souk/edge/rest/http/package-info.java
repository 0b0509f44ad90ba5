/** Requests, routes, answers and problems. */
@NullMarked
package souk.edge.rest.http;

import org.jspecify.annotations.NullMarked;
