/** The page Strategies. */
@NullMarked
package souk.edge.webconsole.strategies;

import org.jspecify.annotations.NullMarked;
