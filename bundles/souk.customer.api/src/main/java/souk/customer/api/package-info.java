/** Who: segments, memberships and recommendations. */
@Export
@Version("1.0.0")
@NullMarked
package souk.customer.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
