/** A strategy of the role ${role}. */
@NullMarked
package ${package};

import org.jspecify.annotations.NullMarked;
