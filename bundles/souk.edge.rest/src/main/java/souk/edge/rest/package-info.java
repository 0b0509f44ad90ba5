/** HTTP under /api/v1. */
@NullMarked
package souk.edge.rest;

import org.jspecify.annotations.NullMarked;
