/** Columns worth keeping. */
@NullMarked
package souk.learn.lib.select;

import org.jspecify.annotations.NullMarked;
