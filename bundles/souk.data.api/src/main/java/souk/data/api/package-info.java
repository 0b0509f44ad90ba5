/** What callers use of the door: warehouse, journal, documents, loads and sales history. */
@Export
@Version("1.1.0")
@NullMarked
package souk.data.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
