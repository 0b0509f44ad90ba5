package souk.edge.webconsole.offers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import souk.offer.api.DetailedQuote;

/** Carts that were explained lately, for the page that follows. Safe for use by many threads. */
final class Explained {
  private static final int MOST = 50;

  /**
   * A cart and what was found.
   *
   * @param cart as pasted
   * @param audience tags as typed
   * @param at instant as typed
   * @param quote with a finding on every offer
   */
  record Answer(String cart, String audience, String at, DetailedQuote quote) {}

  private final Map<String, Answer> byId = new LinkedHashMap<>();

  synchronized String keep(Answer answer) {
    String id = UUID.randomUUID().toString();
    byId.put(id, answer);
    if (byId.size() > MOST) {
      byId.remove(byId.keySet().iterator().next());
    }
    return id;
  }

  synchronized Optional<Answer> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
