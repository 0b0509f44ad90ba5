/** How deep offers cut in the worst case. */
@NullMarked
package souk.trust.lib;

import org.jspecify.annotations.NullMarked;
