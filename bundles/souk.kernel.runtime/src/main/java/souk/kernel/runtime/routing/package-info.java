/** Strategy routing: roles, slots with leases, circuits, isolation and selection. */
@NullMarked
package souk.kernel.runtime.routing;

import org.jspecify.annotations.NullMarked;
