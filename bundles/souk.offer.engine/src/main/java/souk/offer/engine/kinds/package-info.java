/** Kinds of conditions and effects that come with the platform. */
@NullMarked
package souk.offer.engine.kinds;

import org.jspecify.annotations.NullMarked;
