/** Proposes and keeps plans. */
@NullMarked
package souk.plan.core;

import org.jspecify.annotations.NullMarked;
