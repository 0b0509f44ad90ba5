package souk.customer.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import souk.customer.api.CustomerScore;
import souk.customer.api.CustomerSegment;
import souk.customer.api.Segmentation;
import souk.customer.api.SegmentationRun;
import souk.model.CustomerKey;
import souk.model.Money;
import souk.model.Provenance;
import souk.model.Reason;

/** The stored form of a segmentation run, format 1. */
final class RunJson {
  private static final int FORMAT = 1;

  private RunJson() {}

  static ObjectNode write(ObjectNode json, SegmentationRun run) {
    json.put("format", FORMAT);
    json.put("id", run.id());
    json.put("strategy", run.strategy());
    run.fallbackReason().ifPresent(reason -> json.put("fallbackReason", reason));
    Segmentation result = run.segmentation();
    if (!Double.isNaN(result.stability())) {
      json.put("stability", result.stability());
    }
    ArrayNode segments = json.putArray("segments");
    result.segments().forEach(segment -> write(segments.addObject(), segment));
    ObjectNode memberships = json.putObject("memberships");
    new TreeMap<>(result.memberships()).forEach((key, id) -> memberships.put(key.value(), id));
    ObjectNode migration = json.putObject("migration");
    new TreeMap<>(run.migration()).forEach(migration::put);
    write(json.putObject("provenance"), result.provenance());
    return json;
  }

  static SegmentationRun read(JsonNode json) {
    if (json.path("format").asInt() != FORMAT) {
      throw new IllegalArgumentException(
          "A segmentation run of format %s cannot be read, only %d."
              .formatted(json.path("format"), FORMAT));
    }
    List<CustomerSegment> segments = new ArrayList<>();
    json.path("segments").forEach(node -> segments.add(segment(node)));
    Map<CustomerKey, String> memberships = new HashMap<>();
    json.path("memberships")
        .properties()
        .forEach(e -> memberships.put(new CustomerKey(e.getKey()), e.getValue().asText()));
    Map<String, Integer> migration = new HashMap<>();
    json.path("migration")
        .properties()
        .forEach(e -> migration.put(e.getKey(), e.getValue().asInt()));
    return new SegmentationRun(
        json.path("id").asText(),
        json.path("strategy").asText(),
        new Segmentation(
            segments,
            memberships,
            json.path("stability").asDouble(Double.NaN),
            provenance(json.path("provenance"))),
        migration,
        Optional.ofNullable(json.get("fallbackReason")).map(JsonNode::asText));
  }

  private static void write(ObjectNode json, CustomerSegment segment) {
    json.put("id", segment.id());
    json.put("name", segment.name());
    json.put("customers", segment.customers());
    json.put("currency", segment.revenue().currency().getCurrencyCode());
    json.put("revenueMinor", segment.revenue().amountMinor());
    json.put("revenueShare", segment.revenueShare());
    json.put("meanRecencyDays", segment.meanRecencyDays());
    json.put("meanFrequency", segment.meanFrequency());
    json.put("meanRevenueMinor", segment.meanRevenue().amountMinor());
    write(json.putArray("reasons"), segment.reasons());
  }

  /** The reasons of a score. */
  static ArrayNode reasons(ObjectMapper mapper, CustomerScore score) {
    ArrayNode reasons = mapper.createArrayNode();
    write(reasons, score.reasons());
    return reasons;
  }

  private static void write(ArrayNode array, List<Reason> reasons) {
    for (Reason reason : reasons) {
      ObjectNode node = array.addObject();
      node.put("code", reason.code());
      node.put("text", reason.text());
      reason.arguments().forEach(node.putArray("arguments")::add);
    }
  }

  static List<Reason> reasons(JsonNode array) {
    List<Reason> reasons = new ArrayList<>();
    for (JsonNode node : array) {
      List<String> arguments = new ArrayList<>();
      node.path("arguments").forEach(argument -> arguments.add(argument.asText()));
      reasons.add(new Reason(node.path("code").asText(), node.path("text").asText(), arguments));
    }
    return reasons;
  }

  private static CustomerSegment segment(JsonNode json) {
    Currency currency = Currency.getInstance(json.path("currency").asText());
    List<Reason> reasons = reasons(json.path("reasons"));
    return new CustomerSegment(
        json.path("id").asText(),
        json.path("name").asText(),
        json.path("customers").asInt(),
        Money.ofMinor(json.path("revenueMinor").asLong(), currency),
        json.path("revenueShare").asDouble(),
        json.path("meanRecencyDays").asDouble(),
        json.path("meanFrequency").asDouble(),
        Money.ofMinor(json.path("meanRevenueMinor").asLong(), currency),
        reasons);
  }

  private static void write(ObjectNode json, Provenance provenance) {
    json.put("createdAt", provenance.createdAt().toString());
    json.put("strategy", provenance.strategy());
    json.put("version", provenance.version());
    json.put("seed", provenance.seed());
    json.put("inputFingerprint", provenance.inputFingerprint());
    provenance.options().forEach(json.putObject("options")::put);
  }

  private static Provenance provenance(JsonNode json) {
    Provenance.Builder builder =
        Provenance.builder(
                Instant.parse(json.path("createdAt").asText(Instant.EPOCH.toString())),
                json.path("strategy").asText(),
                json.path("version").asText())
            .seed(json.path("seed").asLong())
            .inputFingerprint(json.path("inputFingerprint").asText());
    json.path("options")
        .properties()
        .forEach(e -> builder.option(e.getKey(), e.getValue().asText()));
    return builder.build();
  }
}
