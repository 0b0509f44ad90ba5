/** Several models together. */
@NullMarked
package souk.learn.lib.ensemble;

import org.jspecify.annotations.NullMarked;
