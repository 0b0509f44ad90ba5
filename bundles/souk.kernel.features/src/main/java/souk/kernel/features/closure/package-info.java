/** What a set of bundles needs and whether it has it. */
@NullMarked
package souk.kernel.features.closure;

import org.jspecify.annotations.NullMarked;
