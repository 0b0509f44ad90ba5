/** Settings found by trying. */
@NullMarked
package souk.learn.lib.search;

import org.jspecify.annotations.NullMarked;
