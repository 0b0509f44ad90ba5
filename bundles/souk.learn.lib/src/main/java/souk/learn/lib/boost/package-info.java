/** Boosted trees over a table. */
@NullMarked
package souk.learn.lib.boost;

import org.jspecify.annotations.NullMarked;
