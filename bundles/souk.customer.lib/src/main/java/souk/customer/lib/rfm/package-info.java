/** Recency, frequency and monetary value from a purchase log, quantile scores and named classes. */
@NullMarked
package souk.customer.lib.rfm;

import org.jspecify.annotations.NullMarked;
