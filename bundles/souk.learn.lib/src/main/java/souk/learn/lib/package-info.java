/** Mathematics of learning from tables, over plain arrays. */
@NullMarked
package souk.learn.lib;

import org.jspecify.annotations.NullMarked;
