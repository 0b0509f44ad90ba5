/**
 * Promotions compiled for quoting: exact, indexed, without garbage.
 *
 * <pre>{@code
 * OfferSet set =
 *     OfferSet.builder()
 *         .article("CUP", 800, 300, List.of("household", "kitchen"), "Potter")
 *         .offer(
 *             OfferForm.builder("ten", EffectForm.percentage(Scope.categories("kitchen"), 10_000_000))
 *                 .window(from, until)
 *                 .condition(ConditionForm.leastAmount(Scope.all(), 1_500, false))
 *                 .group("promotion")
 *                 .build())
 *         .build();                                  // immutable, for all threads
 * Quoting quoting = new Quoting();                   // one per thread, reused
 * CartInput cart = new CartInput().at(now).line("CUP", 3);
 * QuoteResult result = quoting.quote(set, cart, Selector.BEST_FOR_CUSTOMER);
 * result.netTotal();                                 // minor units
 * result.applied(k); result.appliedMinor(k); result.share(k, line);   // the waterfall
 * result.rejected(i); result.rejectedCode(i);        // candidates that do not apply
 * quoting.findings();                                // full why-not over all offers
 * }</pre>
 *
 * <p>A {@link souk.offer.lib.compiled.QuoteResult} is a view of the {@link
 * souk.offer.lib.compiled.Quoting} it came from and holds until the next quote.
 */
@NullMarked
package souk.offer.lib.compiled;

import org.jspecify.annotations.NullMarked;
