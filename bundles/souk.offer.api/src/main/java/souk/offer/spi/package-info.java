/** What offer strategies implement: kinds, selection and line prices. */
@Export
@Version("1.1.0")
@NullMarked
package souk.offer.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
