/**
 * What comes back when units of an order are returned. Of a line with {@code q} units for which
 * {@code n} was paid, the first {@code k} units are worth {@code r(k) = n · k / q}, rounded
 * half-even; whoever returns {@code b} units after {@code a} were returned before gets {@code r(a +
 * b) − r(a)}. So parts sum exactly to the whole, whatever their number and order, none is negative,
 * and all together never exceed what was paid. Taxes are returned by the same formula.
 */
@NullMarked
package souk.offer.lib.refund;

import org.jspecify.annotations.NullMarked;
