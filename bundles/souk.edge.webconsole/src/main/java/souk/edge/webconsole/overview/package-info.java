/** The page Overview. */
@NullMarked
package souk.edge.webconsole.overview;

import org.jspecify.annotations.NullMarked;
