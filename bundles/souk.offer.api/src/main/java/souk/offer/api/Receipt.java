package souk.offer.api;

import java.util.Optional;
import souk.model.Money;

/**
 * A cart that was paid or reserved.
 *
 * @param redemption what the ledger took and keeps
 * @param payable what the customer pays, taxes included
 * @param quote the quote; empty if this is an earlier answer given again
 */
public record Receipt(Redemption redemption, Money payable, Optional<DetailedQuote> quote) {}
