/** The self-contained HTML report. */
@NullMarked
package souk.evidence.reporting;

import org.jspecify.annotations.NullMarked;
