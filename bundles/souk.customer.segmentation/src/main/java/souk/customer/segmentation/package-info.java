/** RFM quantile and k-means segmentation. */
@NullMarked
package souk.customer.segmentation;

import org.jspecify.annotations.NullMarked;
