/** Who may use the web console, and headers that protect browsers. */
@NullMarked
package souk.edge.webconsole.access;

import org.jspecify.annotations.NullMarked;
