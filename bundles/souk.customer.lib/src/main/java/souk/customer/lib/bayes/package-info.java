/** Bayesian networks over variables with a few states, with exact answers. */
@NullMarked
package souk.customer.lib.bayes;

import org.jspecify.annotations.NullMarked;
