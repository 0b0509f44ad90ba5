/** Pages of customers: who they are and what they will probably do. */
@NullMarked
package souk.edge.webconsole.customers;

import org.jspecify.annotations.NullMarked;
