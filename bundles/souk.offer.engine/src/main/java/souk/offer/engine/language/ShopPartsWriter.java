package souk.offer.engine.language;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import souk.model.Sku;
import souk.offer.api.ArticleFacts;
import souk.offer.api.BookPrice;
import souk.offer.api.OfferDocument;
import souk.offer.api.PriceLayer;
import souk.offer.api.ShopTerms;

/** Writes what stands beside the offers of a document. */
final class ShopPartsWriter {
  private final JsonGenerator out;

  ShopPartsWriter(JsonGenerator out) {
    this.out = out;
  }

  void write(OfferDocument document) throws IOException {
    if (document.prices().isPresent()) {
      prices(document.prices().get().prices());
    }
    if (document.articles().isPresent()) {
      articles(document.articles().get().articles());
    }
    if (document.terms().isPresent()) {
      terms(document.terms().get());
    }
    if (document.priceLayers().isPresent()) {
      out.writeArrayFieldStart("priceLayers");
      for (PriceLayer layer : document.priceLayers().get().layers()) {
        layer(layer);
      }
      out.writeEndArray();
    }
  }

  private void prices(Map<Sku, BookPrice> prices) throws IOException {
    out.writeObjectFieldStart("prices");
    for (Map.Entry<Sku, BookPrice> entry : new TreeMap<>(prices).entrySet()) {
      out.writeObjectFieldStart(entry.getKey().value());
      out.writeNumberField("priceMinor", entry.getValue().price().amountMinor());
      out.writeNumberField("floorMinor", entry.getValue().floor().amountMinor());
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  private void articles(Map<Sku, ArticleFacts> articles) throws IOException {
    out.writeObjectFieldStart("articles");
    for (Map.Entry<Sku, ArticleFacts> entry : new TreeMap<>(articles).entrySet()) {
      ArticleFacts facts = entry.getValue();
      out.writeObjectFieldStart(entry.getKey().value());
      list("categories", facts.categories());
      if (facts.brand().isPresent()) {
        out.writeStringField("brand", facts.brand().get());
      }
      if (facts.taxPercent().signum() != 0) {
        out.writeFieldName("taxPercent");
        DocumentWriter.number(out, facts.taxPercent());
      }
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  private void terms(ShopTerms terms) throws IOException {
    out.writeObjectFieldStart("terms");
    ZoneId zone = terms.zone(Optional.empty());
    if (!zone.equals(ZoneOffset.UTC)) {
      out.writeStringField("zone", zone.getId());
    }
    if (!terms.storeZones().isEmpty()) {
      out.writeObjectFieldStart("storeZones");
      for (Map.Entry<String, ZoneId> store : new TreeMap<>(terms.storeZones()).entrySet()) {
        ZoneId id = store.getValue();
        out.writeStringField(store.getKey(), id.equals(ZoneOffset.UTC) ? "UTC" : id.getId());
      }
      out.writeEndObject();
    }
    if (!terms.pricesIncludeTax()) {
      out.writeBooleanField("pricesIncludeTax", false);
    }
    out.writeEndObject();
  }

  private void layer(PriceLayer layer) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", layer.id());
    if (layer.priority() != 0) {
      out.writeNumberField("priority", layer.priority());
    }
    DocumentWriter.window(out, layer.window());
    list("audience", new TreeSet<>(layer.audience()));
    list("stores", new TreeSet<>(layer.stores()));
    list("channels", new TreeSet<>(layer.channels()));
    prices(layer.prices());
    out.writeEndObject();
  }

  private void list(String name, Collection<String> texts) throws IOException {
    if (texts.isEmpty()) {
      return;
    }
    out.writeArrayFieldStart(name);
    for (String text : texts) {
      out.writeString(text);
    }
    out.writeEndArray();
  }
}
