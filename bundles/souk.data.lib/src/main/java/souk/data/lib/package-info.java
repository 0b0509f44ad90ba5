/** Data quality rules and mapping logic. */
@NullMarked
package souk.data.lib;

import org.jspecify.annotations.NullMarked;
