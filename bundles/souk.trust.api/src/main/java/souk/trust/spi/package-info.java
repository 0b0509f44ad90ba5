/** What guards implement. */
@Export
@Version("1.1.0")
@NullMarked
package souk.trust.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
