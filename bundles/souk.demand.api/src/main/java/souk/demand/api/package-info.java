/** How much: forecasts, backtests and price response. */
@Export
@Version("1.1.0")
@NullMarked
package souk.demand.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
