/** The Theta method. */
@NullMarked
package souk.demand.lib.theta;

import org.jspecify.annotations.NullMarked;
