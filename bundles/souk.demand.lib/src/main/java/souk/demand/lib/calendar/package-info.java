/** Days that move demand: public holidays, exchange workdays, paydays, school holidays. */
@NullMarked
package souk.demand.lib.calendar;

import org.jspecify.annotations.NullMarked;
