package souk.offer.spi;

/**
 * An offer whose conditions hold for a cart.
 *
 * @param offerId the offer
 * @param priority its priority
 * @param stackingGroup at most one of a group per line
 * @param exclusive applies alone or not at all
 * @param discountsMinor per cart line, shared: must not be changed
 */
public record Candidate(
    String offerId, int priority, String stackingGroup, boolean exclusive, long[] discountsMinor) {}
