/** The page Plans. */
@NullMarked
package souk.edge.webconsole.plans;

import org.jspecify.annotations.NullMarked;
