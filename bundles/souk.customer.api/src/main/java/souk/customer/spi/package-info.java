/** What customer strategies implement. */
@Export
@Version("1.1.0")
@NullMarked
package souk.customer.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
