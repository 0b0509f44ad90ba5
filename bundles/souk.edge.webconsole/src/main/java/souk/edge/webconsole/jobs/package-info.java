/** The page Jobs. */
@NullMarked
package souk.edge.webconsole.jobs;

import org.jspecify.annotations.NullMarked;
