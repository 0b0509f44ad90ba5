/** The page Features. */
@NullMarked
package souk.edge.webconsole.features;

import org.jspecify.annotations.NullMarked;
