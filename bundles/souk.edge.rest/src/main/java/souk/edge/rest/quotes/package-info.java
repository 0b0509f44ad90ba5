/** Carts read and quotes written piece by piece: what every till waits for. */
@NullMarked
package souk.edge.rest.quotes;

import org.jspecify.annotations.NullMarked;
