/** The page Configuration. */
@NullMarked
package souk.edge.webconsole.configuration;

import org.jspecify.annotations.NullMarked;
