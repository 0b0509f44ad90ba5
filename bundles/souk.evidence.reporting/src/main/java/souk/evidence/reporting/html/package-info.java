/** Turns facts into one self-contained HTML document. */
@NullMarked
package souk.evidence.reporting.html;

import org.jspecify.annotations.NullMarked;
