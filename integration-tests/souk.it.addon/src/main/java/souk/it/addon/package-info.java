/** What a stranger would write: three strategies, imports from contracts alone. */
@NullMarked
package souk.it.addon;

import org.jspecify.annotations.NullMarked;
