package souk.offer.engine.language;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import souk.model.Spec;
import souk.model.TimeRange;
import souk.offer.api.Basis;
import souk.offer.api.Funding;
import souk.offer.api.Offer;
import souk.offer.api.OfferDocument;
import souk.offer.api.OfferLimits;

/** Writes the normal form. For one text. */
final class DocumentWriter {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final Schema schema;
  private final StringWriter text = new StringWriter();

  DocumentWriter(Schema schema) {
    this.schema = schema;
  }

  String write(OfferDocument document) {
    return written(
        out -> {
          out.writeStartObject();
          out.writeNumberField("version", 1);
          out.writeStringField("currency", document.currency().getCurrencyCode());
          out.writeArrayFieldStart("offers");
          for (Offer offer : document.offers().offers()) {
            offer(out, offer);
          }
          out.writeEndArray();
          new ShopPartsWriter(out).write(document);
          out.writeEndObject();
        });
  }

  String write(Offer offer) {
    return written(out -> offer(out, offer));
  }

  private interface Content {
    void writeTo(JsonGenerator out) throws IOException;
  }

  private String written(Content content) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator(""));
    printer.indentObjectsWith(indenter);
    try (JsonGenerator out = FACTORY.createGenerator(text).setPrettyPrinter(printer)) {
      content.writeTo(out);
    } catch (IOException e) {
      throw new IllegalStateException("A text in memory cannot be written.", e);
    }
    return text.append('\n').toString();
  }

  private void offer(JsonGenerator out, Offer offer) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", offer.id());
    out.writeStringField("name", offer.name());
    if (!offer.names().isEmpty()) {
      out.writeObjectFieldStart("names");
      for (Map.Entry<String, String> name : new TreeMap<>(offer.names()).entrySet()) {
        out.writeStringField(name.getKey(), name.getValue());
      }
      out.writeEndObject();
    }
    window(out, offer.window());
    if (!offer.conditions().isEmpty()) {
      out.writeArrayFieldStart("conditions");
      for (Spec condition : offer.conditions()) {
        spec(out, condition, Role.CONDITION);
      }
      out.writeEndArray();
    }
    out.writeFieldName("effect");
    spec(out, offer.effect(), Role.EFFECT);
    if (offer.basis() != Basis.LIST) {
      out.writeStringField("basis", offer.basis().name().toLowerCase(Locale.ROOT));
    }
    if (offer.priority() != 0) {
      out.writeNumberField("priority", offer.priority());
    }
    if (!offer.stackingGroup().equals("default")) {
      out.writeStringField("stackingGroup", offer.stackingGroup());
    }
    if (offer.exclusive()) {
      out.writeBooleanField("exclusive", true);
    }
    limits(out, offer.limits());
    funding(out, offer.funding());
    if (offer.paused()) {
      out.writeBooleanField("paused", true);
    }
    if (offer.planId().isPresent()) {
      out.writeStringField("planId", offer.planId().get());
    }
    out.writeEndObject();
  }

  static void window(JsonGenerator out, TimeRange window) throws IOException {
    out.writeObjectFieldStart("window");
    out.writeStringField("from", window.from().toString());
    out.writeStringField("until", window.until().toString());
    out.writeEndObject();
  }

  private static void limits(JsonGenerator out, OfferLimits limits) throws IOException {
    if (limits.equals(OfferLimits.none())) {
      return;
    }
    out.writeObjectFieldStart("limits");
    whole(out, "perOrder", limits.perOrder());
    whole(out, "perCustomer", limits.perCustomer());
    whole(out, "total", limits.total());
    if (limits.budget().isPresent()) {
      out.writeNumberField("budgetMinor", limits.budget().get().amountMinor());
    }
    out.writeEndObject();
  }

  private static void whole(JsonGenerator out, String name, OptionalLong value) throws IOException {
    if (value.isPresent()) {
      out.writeNumberField(name, value.getAsLong());
    }
  }

  private static void funding(JsonGenerator out, List<Funding> funding) throws IOException {
    if (funding.isEmpty()) {
      return;
    }
    out.writeArrayFieldStart("funding");
    for (Funding one : funding) {
      out.writeStartObject();
      out.writeStringField("supplier", one.supplier());
      out.writeFieldName("share");
      number(out, one.share());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void spec(JsonGenerator out, Spec spec, Role role) throws IOException {
    out.writeStartObject();
    out.writeStringField("kind", spec.kind());
    if (!spec.parameters().isEmpty()) {
      out.writeObjectFieldStart("parameters");
      List<String> names = new ArrayList<>();
      JsonNode rules = schema.kind(role, spec.kind()).orElse(null);
      if (rules != null) {
        rules.path("properties").fieldNames().forEachRemaining(names::add);
        names.retainAll(spec.parameters().keySet());
      }
      new TreeSet<>(spec.parameters().keySet())
          .stream().filter(name -> !names.contains(name)).forEach(names::add);
      for (String name : names) {
        Object value = spec.parameters().get(name);
        if (value != null) {
          out.writeFieldName(name);
          value(out, value);
        }
      }
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  private static void value(JsonGenerator out, Object value) throws IOException {
    if (value instanceof BigDecimal number) {
      number(out, number);
    } else if (value instanceof Boolean flag) {
      out.writeBoolean(flag);
    } else if (value instanceof List<?> list) {
      out.writeStartArray();
      for (Object element : list) {
        value(out, element);
      }
      out.writeEndArray();
    } else if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      Map<String, Object> sorted = new TreeMap<>();
      map.forEach((key, element) -> sorted.put(String.valueOf(key), element));
      for (Map.Entry<String, Object> entry : sorted.entrySet()) {
        out.writeFieldName(entry.getKey());
        value(out, entry.getValue());
      }
      out.writeEndObject();
    } else {
      out.writeString(String.valueOf(value));
    }
  }

  static void number(JsonGenerator out, BigDecimal number) throws IOException {
    out.writeNumber(Figures.shortest(number).toPlainString());
  }
}
