/** Console page of forecasts. */
@NullMarked
package souk.edge.webconsole.forecasts;

import org.jspecify.annotations.NullMarked;
