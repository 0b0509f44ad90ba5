/** Effects with intervals. */
@NullMarked
package souk.evidence.effects;

import org.jspecify.annotations.NullMarked;
