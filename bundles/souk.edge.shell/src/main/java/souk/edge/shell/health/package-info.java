/** Health checks. */
@NullMarked
package souk.edge.shell.health;

import org.jspecify.annotations.NullMarked;
