/** What a route takes and answers, and the OpenAPI document made of it. */
@NullMarked
package souk.edge.rest.doc;

import org.jspecify.annotations.NullMarked;
