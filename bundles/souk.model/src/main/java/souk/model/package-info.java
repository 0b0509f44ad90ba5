/**
 * Values every room shares: money, keys, intervals, carts, series, purchase logs and provenance.
 */
@Export
@Version("1.1.0")
@NullMarked
package souk.model;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
