/** Approval and atomic publication with undo. */
@NullMarked
package souk.trust.approval;

import org.jspecify.annotations.NullMarked;
