/** A service of the type ${role}. */
@NullMarked
package ${package};

import org.jspecify.annotations.NullMarked;
