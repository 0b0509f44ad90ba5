/** Features at run time. */
@NullMarked
package souk.kernel.features;

import org.jspecify.annotations.NullMarked;
