/** Which rows are learned from and which are judged. */
@NullMarked
package souk.learn.lib.split;

import org.jspecify.annotations.NullMarked;
