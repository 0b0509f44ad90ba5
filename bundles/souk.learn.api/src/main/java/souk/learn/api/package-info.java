/**
 * Values of machine learning that callers and learners share: plain arrays in, plain arrays out.
 */
@Export
@Version("1.1.0")
@NullMarked
package souk.learn.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
