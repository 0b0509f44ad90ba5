/** What callers use of the corridor: routing, snapshots, decision log and jobs. */
@Export
@Version("1.1.0")
@NullMarked
package souk.kernel.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
