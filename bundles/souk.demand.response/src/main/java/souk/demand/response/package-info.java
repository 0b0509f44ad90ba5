/** Log-log price response with shrinkage. */
@NullMarked
package souk.demand.response;

import org.jspecify.annotations.NullMarked;
