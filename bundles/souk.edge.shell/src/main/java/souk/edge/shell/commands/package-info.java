/** Shell commands in the scope souk. */
@NullMarked
package souk.edge.shell.commands;

import org.jspecify.annotations.NullMarked;
