package souk.evidence.experiments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import souk.data.api.Document;
import souk.model.Interval;
import souk.model.Money;
import souk.model.Provenance;
import souk.model.Reason;
import souk.model.SnapshotId;

/** JSON of values that several documents hold. Safe for use by many threads. */
final class Json {
  /** Own cache of types, so that the shared one of the library does not hold this bundle. */
  private final ObjectMapper mapper =
      JsonMapper.builder()
          .typeFactory(TypeFactory.defaultInstance().withCache(new LRUMap<>(16, 64)))
          .build();

  ObjectNode object() {
    return mapper.createObjectNode();
  }

  String text(JsonNode node) {
    try {
      return mapper.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A document cannot be written.", e);
    }
  }

  JsonNode read(Document document) {
    try {
      return mapper.readTree(document.bodyJson());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "Document %s/%s of revision %d is no JSON.%nMaybe restore the journal from a backup."
              .formatted(document.kind(), document.id(), document.revision()),
          e);
    }
  }

  JsonNode read(String body) {
    try {
      return mapper.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "A kept experiment is no JSON.\nMaybe restore the journal from a backup.", e);
    }
  }

  static void provenance(ObjectNode parent, Provenance p) {
    ObjectNode node = parent.putObject("provenance");
    node.put("createdAt", p.createdAt().toString());
    node.put("strategy", p.strategy());
    node.put("version", p.version());
    node.put("seed", p.seed());
    node.put("inputFingerprint", p.inputFingerprint());
    p.snapshot().ifPresent(s -> node.put("snapshot", s.value()));
    ObjectNode options = node.putObject("options");
    p.options().forEach(options::put);
  }

  static Provenance provenance(JsonNode parent) {
    JsonNode node = parent.path("provenance");
    Provenance.Builder builder =
        Provenance.builder(
                Instant.parse(node.path("createdAt").asText()),
                node.path("strategy").asText(),
                node.path("version").asText())
            .seed(node.path("seed").asLong())
            .inputFingerprint(node.path("inputFingerprint").asText());
    node.path("options")
        .properties()
        .forEach(e -> builder.option(e.getKey(), e.getValue().asText()));
    Optional.ofNullable(node.get("snapshot"))
        .ifPresent(s -> builder.snapshot(new SnapshotId(s.asText())));
    return builder.build();
  }

  static void interval(ObjectNode parent, String name, Interval interval) {
    ObjectNode node = parent.putObject(name);
    node.put("low", interval.low());
    node.put("high", interval.high());
    node.put("level", interval.level());
  }

  static Interval interval(JsonNode node) {
    return new Interval(
        node.path("low").asDouble(), node.path("high").asDouble(), node.path("level").asDouble());
  }

  static void money(ObjectNode parent, String name, Money money) {
    ObjectNode node = parent.putObject(name);
    node.put("minor", money.amountMinor());
    node.put("currency", money.currency().getCurrencyCode());
  }

  static Money money(JsonNode node) {
    return Money.ofMinor(
        node.path("minor").asLong(),
        java.util.Currency.getInstance(node.path("currency").asText()));
  }

  static void reason(ObjectNode node, Reason reason) {
    node.put("code", reason.code());
    node.put("text", reason.text());
    reason.arguments().forEach(node.putArray("arguments")::add);
  }

  static Reason reason(JsonNode node) {
    return new Reason(
        node.path("code").asText(), node.path("text").asText(), texts(node.path("arguments")));
  }

  static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(n -> texts.add(n.asText()));
    return texts;
  }
}
