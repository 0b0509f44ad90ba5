/** Published elasticities computed again by the same estimator, from files of public panels. */
@NullMarked
package souk.demand.lib.response.reference;

import org.jspecify.annotations.NullMarked;
