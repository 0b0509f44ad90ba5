/** The page Logs. */
@NullMarked
package souk.edge.webconsole.logs;

import org.jspecify.annotations.NullMarked;
