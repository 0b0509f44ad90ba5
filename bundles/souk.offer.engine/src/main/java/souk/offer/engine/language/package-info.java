/** Offers as JSON: reading, checking, writing. */
@NullMarked
package souk.offer.engine.language;

import org.jspecify.annotations.NullMarked;
