/** Archives from elsewhere, checked before anything of them is loaded. */
@NullMarked
package souk.kernel.features.archive;

import org.jspecify.annotations.NullMarked;
