/** Binned rows, trees grown on two arms, honest uplift forests. */
@NullMarked
package souk.customer.lib.uplift.tree;

import org.jspecify.annotations.NullMarked;
