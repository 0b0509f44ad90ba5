/** The audit trail, kept in the decision log. */
@NullMarked
package souk.kernel.runtime.audit;

import org.jspecify.annotations.NullMarked;
