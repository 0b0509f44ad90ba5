/** What extenders give the corridor: self-tests of roles. */
@Export
@Version("1.1.0")
@NullMarked
package souk.kernel.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
