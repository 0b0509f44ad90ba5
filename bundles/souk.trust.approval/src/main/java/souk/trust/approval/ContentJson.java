package souk.trust.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import souk.model.SnapshotId;
import souk.offer.api.Offer;
import souk.offer.api.OfferBook;
import souk.offer.api.PriceBook;

/**
 * Contents of snapshots as JSON and back. Format 1 is that of 0.1.0; format 2 also holds what only
 * later versions know. A content that 0.1.0 could serve in full is kept in format 1, any other one
 * in format 2, which 0.1.0 refuses instead of serving half of it.
 */
final class ContentJson {
  private static final int FIRST = 1;
  private static final int FORMAT = 2;

  private ContentJson() {}

  static ObjectNode write(Content content, Json json) {
    boolean plain =
        content.parts().empty()
            && content.offers().offers().stream().noneMatch(OfferJson::extended);
    ObjectNode node = json.object();
    node.put("format", plain ? FIRST : FORMAT);
    node.put("id", content.id().value());
    node.put("createdAt", content.createdAt().toString());
    node.put("currency", content.prices().currency().getCurrencyCode());
    PriceRows.write(content.prices().prices(), node.putArray("prices"));
    ArrayNode offers = node.putArray("offers");
    content.offers().offers().forEach(offer -> OfferJson.write(offer, offers.addObject()));
    ShopJson.write(content.parts(), node);
    return node;
  }

  static Content read(JsonNode node) {
    int format = node.required("format").intValue();
    if (format < FIRST || format > FORMAT) {
      throw new IllegalStateException(
          "Snapshot %s is kept in format %d, but this version reads formats %d to %d.%nMaybe a newer version wrote it."
              .formatted(node.path("id").asText(), format, FIRST, FORMAT));
    }
    Currency currency = Currency.getInstance(node.required("currency").textValue());
    List<Offer> offers = new ArrayList<>();
    node.required("offers").forEach(offer -> offers.add(OfferJson.read(offer)));
    return new Content(
        new SnapshotId(node.required("id").textValue()),
        Instant.parse(node.required("createdAt").textValue()),
        new PriceBook(currency, PriceRows.read(node.required("prices"), currency)),
        new OfferBook(offers),
        ShopJson.read(node, currency));
  }
}
