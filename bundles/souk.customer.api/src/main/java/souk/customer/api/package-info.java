/** Who: segments, memberships, recommendations and uplift. */
@Export
@Version("1.1.0")
@NullMarked
package souk.customer.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
