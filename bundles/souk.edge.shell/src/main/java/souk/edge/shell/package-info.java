/** Shell commands, health checks and metrics. */
@NullMarked
package souk.edge.shell;

import org.jspecify.annotations.NullMarked;
