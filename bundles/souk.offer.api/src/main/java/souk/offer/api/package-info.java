/** At the till: offers as data, price books and quotes. */
@Export
@Version("1.1.0")
@NullMarked
package souk.offer.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
