/** Effect estimation and simulation mathematics. */
@NullMarked
package souk.evidence.lib;

import org.jspecify.annotations.NullMarked;
