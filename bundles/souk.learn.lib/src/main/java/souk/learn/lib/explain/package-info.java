/** What a model goes by. */
@NullMarked
package souk.learn.lib.explain;

import org.jspecify.annotations.NullMarked;
