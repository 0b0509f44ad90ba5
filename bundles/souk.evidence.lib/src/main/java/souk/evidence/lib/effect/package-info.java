/** Effect estimation for a randomised hold-out. */
@NullMarked
package souk.evidence.lib.effect;

import org.jspecify.annotations.NullMarked;
