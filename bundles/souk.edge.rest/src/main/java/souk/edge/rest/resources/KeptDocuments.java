package souk.edge.rest.resources;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import souk.edge.rest.quotes.Slices;
import souk.offer.api.OfferDocument;

/**
 * The documents that were sent lately, by their content, so that many batches of carts need not
 * bring and compile the same offers again. Safe for use by many threads.
 */
final class KeptDocuments {
  private static final int MOST = 8;

  private final Map<String, OfferDocument> byId =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, OfferDocument> eldest) {
          return size() > MOST;
        }
      };

  static String id(Slices.Slice text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(text.body(), text.from(), text.length());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(
          "This Java runtime has no SHA-256.\nMaybe it was reduced with jlink.", missing);
    }
  }

  synchronized Optional<OfferDocument> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  synchronized void keep(String id, OfferDocument document) {
    byId.put(id, document);
  }
}
