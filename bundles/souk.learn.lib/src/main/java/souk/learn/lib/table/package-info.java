/** Rows of figures and codes made ready for learners, by what training rows show alone. */
@NullMarked
package souk.learn.lib.table;

import org.jspecify.annotations.NullMarked;
