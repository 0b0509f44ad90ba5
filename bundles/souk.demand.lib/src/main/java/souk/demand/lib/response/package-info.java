/** Log-log response of units to price with shrinkage, intervals and 'not identified'. */
@NullMarked
package souk.demand.lib.response;

import org.jspecify.annotations.NullMarked;
