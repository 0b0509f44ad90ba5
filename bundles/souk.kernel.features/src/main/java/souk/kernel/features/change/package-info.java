/** Plans of changes and their execution. */
@NullMarked
package souk.kernel.features.change;

import org.jspecify.annotations.NullMarked;
