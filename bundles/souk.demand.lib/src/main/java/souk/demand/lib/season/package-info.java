/** Test for a season and classical decomposition. */
@NullMarked
package souk.demand.lib.season;

import org.jspecify.annotations.NullMarked;
