/** Transformations of a series before it is forecast. */
@NullMarked
package souk.demand.lib.transform;

import org.jspecify.annotations.NullMarked;
