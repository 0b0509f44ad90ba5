/** Learned models, kept by name and version. */
@NullMarked
package souk.learn.core;

import org.jspecify.annotations.NullMarked;
