/**
 * Groups of customers: k-means, Gaussian mixtures, RFM and value classes, chosen by stability and
 * by what comes after.
 */
@NullMarked
package souk.customer.lib.segmentation;

import org.jspecify.annotations.NullMarked;
