/** Whether groups are treated alike. */
@NullMarked
package souk.learn.lib.fair;

import org.jspecify.annotations.NullMarked;
