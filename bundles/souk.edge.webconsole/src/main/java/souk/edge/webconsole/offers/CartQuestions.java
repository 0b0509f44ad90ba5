package souk.edge.webconsole.offers;

import java.util.Arrays;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import souk.edge.webconsole.html.Messages;
import souk.kernel.api.Snapshots;
import souk.offer.api.DetailedQuote;
import souk.offer.api.OfferEngine;
import souk.offer.api.Preview;
import souk.offer.api.PriceBook;
import souk.offer.api.QuoteRequest;

/** Quotes a cart that somebody pasted, with a finding on every offer; without any side effect. */
final class CartQuestions {
  private final OfferEngine engine;
  private final Snapshots snapshots;

  CartQuestions(OfferEngine engine, Snapshots snapshots) {
    this.engine = engine;
    this.snapshots = snapshots;
  }

  /**
   * @param cart JSON or a line per article
   * @param tags of the customer, separated by commas or spaces
   * @param at instant, or empty for now
   */
  Explained.Answer ask(String cart, String tags, String at, Messages messages) {
    Optional<Currency> usual =
        snapshots.current().flatMap(s -> s.part(PriceBook.class)).map(PriceBook::currency);
    Set<String> audience =
        Arrays.stream(tags.split("[\\s,]+"))
            .filter(tag -> !tag.isEmpty())
            .collect(Collectors.toSet());
    QuoteRequest wish =
        new QuoteRequest(
            new CartText(messages, usual).read(cart), audience, OfferActions.instant(at, messages));
    DetailedQuote quote = engine.preview(Preview.builder(wish).explained(true).build());
    return new Explained.Answer(cart, tags, at, quote);
  }
}
