/** Snapshots in the form in which quotes read them. */
@NullMarked
package souk.offer.engine.compiled;

import org.jspecify.annotations.NullMarked;
