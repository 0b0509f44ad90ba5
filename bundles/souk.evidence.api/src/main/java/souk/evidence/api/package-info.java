/** Was it right: simulation, experiments, effects, metrics and reports. */
@Export
@Version("1.0.0")
@NullMarked
package souk.evidence.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
