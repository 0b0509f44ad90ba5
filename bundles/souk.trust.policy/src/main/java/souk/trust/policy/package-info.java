/** Guards: floor, margin, maximum change. */
@NullMarked
package souk.trust.policy;

import org.jspecify.annotations.NullMarked;
