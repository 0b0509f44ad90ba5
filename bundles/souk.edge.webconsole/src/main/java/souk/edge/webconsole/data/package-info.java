/** The page Data. */
@NullMarked
package souk.edge.webconsole.data;

import org.jspecify.annotations.NullMarked;
