/** The page Audit. */
@NullMarked
package souk.edge.webconsole.audit;

import org.jspecify.annotations.NullMarked;
