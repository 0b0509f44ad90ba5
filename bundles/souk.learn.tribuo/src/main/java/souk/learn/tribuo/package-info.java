/** Clustering and regression through Tribuo. */
@NullMarked
package souk.learn.tribuo;

import org.jspecify.annotations.NullMarked;
