/** Clustering through Tribuo. */
@NullMarked
package souk.learn.tribuo;

import org.jspecify.annotations.NullMarked;
