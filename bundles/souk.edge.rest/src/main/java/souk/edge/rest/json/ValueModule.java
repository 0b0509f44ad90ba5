package souk.edge.rest.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import souk.model.CustomerKey;
import souk.model.DecisionId;
import souk.model.EvidenceLabel;
import souk.model.Money;
import souk.model.Sku;
import souk.model.SnapshotId;

/** How small values look in JSON: keys as text, money with minor units and text, NaN as null. */
final class ValueModule {
  private ValueModule() {}

  /** Writes one value. */
  @FunctionalInterface
  private interface Writer<T> {
    void write(T value, JsonGenerator out, SerializerProvider provider) throws IOException;
  }

  static SimpleModule create() {
    SimpleModule module = new SimpleModule("souk-values");
    add(module, Sku.class, (v, out, p) -> out.writeString(v.value()));
    add(module, CustomerKey.class, (v, out, p) -> out.writeString(v.value()));
    add(module, DecisionId.class, (v, out, p) -> out.writeString(v.value()));
    add(module, SnapshotId.class, (v, out, p) -> out.writeString(v.value()));
    add(module, Instant.class, (v, out, p) -> out.writeString(v.toString()));
    add(module, LocalDate.class, (v, out, p) -> out.writeString(v.toString()));
    add(module, Currency.class, (v, out, p) -> out.writeString(v.getCurrencyCode()));
    add(
        module,
        EvidenceLabel.class,
        (v, out, p) -> out.writeString(v.name().toLowerCase(Locale.ROOT)));
    add(module, Money.class, ValueModule::money);
    add(module, Double.class, ValueModule::number);
    add(module, double.class, ValueModule::number);
    add(module, Optional.class, ValueModule::optional);
    return module;
  }

  private static void money(Money money, JsonGenerator out, SerializerProvider provider)
      throws IOException {
    out.writeStartObject();
    out.writeNumberField("amountMinor", money.amountMinor());
    out.writeStringField("currency", money.currency().getCurrencyCode());
    out.writeStringField("text", money.toString());
    out.writeEndObject();
  }

  private static void number(Double value, JsonGenerator out, SerializerProvider provider)
      throws IOException {
    if (Double.isFinite(value)) {
      out.writeNumber(value);
    } else {
      out.writeNull();
    }
  }

  private static void optional(Optional<?> value, JsonGenerator out, SerializerProvider provider)
      throws IOException {
    provider.defaultSerializeValue(value.orElse(null), out);
  }

  private static <T> void add(SimpleModule module, Class<T> type, Writer<? super T> writer) {
    module.addSerializer(
        type,
        new JsonSerializer<T>() {
          @Override
          public void serialize(T value, JsonGenerator out, SerializerProvider provider)
              throws IOException {
            writer.write(value, out, provider);
          }
        });
  }
}
