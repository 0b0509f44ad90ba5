/** Contract tests: one abstract class per spi type, for our strategies and for strangers'. */
@Export
@Version("1.0.0")
@NullMarked
package souk.testkit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
