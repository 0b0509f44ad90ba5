/** Value classes of clustered customers: features, names, reasons and sizes. */
@NullMarked
package souk.customer.lib.value;

import org.jspecify.annotations.NullMarked;
