package souk.offer.engine;

import java.util.concurrent.atomic.AtomicLong;
import souk.kernel.api.Decision;
import souk.kernel.api.DecisionLog;
import souk.offer.api.Quote;
import souk.offer.api.QuoteRequest;

/** Writes a share of the quotes to the decision log. Safe for use by many threads. */
final class QuoteLog {
  static final String KIND = "quote";
  private final DecisionLog log;
  private final Pseudonyms pseudonyms;
  private final double share;
  private final AtomicLong quotes = new AtomicLong();

  /**
   * @param share of quotes that are logged, in [0, 1]; evenly spread
   */
  QuoteLog(DecisionLog log, Pseudonyms pseudonyms, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "The share of logged quotes must lie in [0, 1], but is %s.%nMaybe it was given in percent."
              .formatted(share));
    }
    this.log = log;
    this.pseudonyms = pseudonyms;
    this.share = share;
  }

  void append(QuoteRequest request, Quote quote, LedgerMemo ledger) {
    if (!sampled()) {
      return;
    }
    log.append(
        Decision.builder(quote.decisionId(), KIND, quote.at())
            .snapshot(quote.snapshot())
            .strategies(quote.strategies())
            .body(
                DecisionBody.of(request.cart(), request.audience(), quote, ledger, pseudonyms::of))
            .build());
  }

  private boolean sampled() {
    if (share == 1) {
      return true;
    }
    long n = quotes.getAndIncrement();
    return Math.floor((n + 1) * share) > Math.floor(n * share);
  }
}
