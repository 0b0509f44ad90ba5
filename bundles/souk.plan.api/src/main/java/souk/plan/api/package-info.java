/** Decide: plans as values, with objective, bound, gap, constraints and reasons. */
@Export
@Version("1.0.0")
@NullMarked
package souk.plan.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
