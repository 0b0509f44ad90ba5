package souk.offer.engine.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import souk.model.Reason;
import souk.model.Spec;

/** The walk over the schema says yes and no exactly where a general validator does. */
class SchemaAgreementTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final OtherKinds ANY_KIND =
      new OtherKinds() {
        @Override
        public List<String> names(Role role) {
          return new ArrayList<>() {
            private static final long serialVersionUID = 1L;

            @Override
            public boolean contains(Object name) {
              return true;
            }
          };
        }

        @Override
        public List<Reason> validate(Role role, Spec spec) {
          return List.of();
        }
      };

  private final Schema schema = Schema.load();
  private final JsonSchema general =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(
              schema.root(), SchemaValidatorsConfig.builder().losslessNarrowing(true).build());

  @Test
  void theSchemaIsASchema() {
    JsonSchema meta =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(java.net.URI.create("https://json-schema.org/draft/2020-12/schema"));
    assertEquals(List.of(), List.copyOf(meta.validate(schema.root())));
  }

  /** The walk would pass over a keyword that it does not know. */
  @Test
  void theSchemaUsesOnlyKeywordsThatTheWalkKnows() {
    Set<String> used = new TreeSet<>();
    keywords(schema.root(), used);
    used.removeAll(
        Set.of(
            "$schema",
            "$id",
            "$defs",
            "$ref",
            "title",
            "description",
            "default",
            "type",
            "const",
            "enum",
            "properties",
            "required",
            "additionalProperties",
            "propertyNames",
            "items",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minProperties",
            "maxProperties",
            "minLength",
            "maxLength",
            "pattern",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "oneOf",
            "anyOf",
            "allOf",
            "not",
            "if",
            "then"));
    used.removeIf(name -> name.startsWith("x-"));
    assertEquals(Set.of(), used);
  }

  private static void keywords(JsonNode rules, Set<String> used) {
    rules
        .fields()
        .forEachRemaining(
            field -> {
              used.add(field.getKey());
              JsonNode value = field.getValue();
              switch (field.getKey()) {
                case "properties", "$defs" -> value.forEach(rule -> keywords(rule, used));
                case "oneOf", "anyOf", "allOf" -> value.forEach(rule -> keywords(rule, used));
                case "items", "additionalProperties", "propertyNames", "not", "if", "then" ->
                    keywords(value, used);
                default -> {}
              }
            });
  }

  @Tag("slow")
  @Test
  void documentsThatWereChangedAtRandomAreJudgedAlike() throws Exception {
    List<ObjectNode> good = new ArrayList<>();
    for (Example example : Example.all(schema)) {
      good.add((ObjectNode) MAPPER.readTree(example.document()));
    }
    for (ObjectNode document : good) {
      assertTrue(alike(document), document.toString());
    }
    SplittableRandom random = new SplittableRandom(11);
    int refused = 0;
    int rounds = 2_500;
    for (int n = 0; n < rounds; n++) {
      ObjectNode document = good.get(n % good.size()).deepCopy();
      for (int i = random.nextInt(1, 3); i > 0; i--) {
        mutate(document, random);
      }
      refused += alike(document) ? 0 : 1;
    }
    assertTrue(refused > rounds / 4 && refused < rounds, "refused " + refused);
  }

  /** Whether both accept it. */
  private boolean alike(JsonNode document) {
    Problems problems = new Problems();
    byte[] json = document.toString().getBytes(StandardCharsets.UTF_8);
    Node node = JsonText.read(json, problems).orElseThrow();
    if (problems.errors() > 0) {
      return false;
    }
    new SchemaWalk(schema, ANY_KIND, problems).document((Node.Table) node);
    var messages = general.validate(document);
    assertEquals(
        messages.isEmpty(),
        problems.errors() == 0,
        () -> document + "\n" + messages + "\n" + problems.listed());
    return messages.isEmpty();
  }

  private static final String[] VALUES = {
    "null",
    "true",
    "0",
    "1",
    "-1",
    "1.0",
    "0.5",
    "100",
    "100.5",
    "1000000000001",
    "\"\"",
    "\" \"",
    "\"a\"",
    "\"12.50\"",
    "\"12.50505\"",
    "\"24:00\"",
    "\"25:00\"",
    "\"net\"",
    "\"monday\"",
    "[]",
    "{}",
    "[\"a\"]",
    "[\"a\", \"a\"]",
    "[1]",
    "{\"sku\": \"A\"}",
    "\"2026-01-01T00:00:00Z\"",
    "\"sku\"",
    "\"percentage\"",
    "\"threshold\"",
    "\"a\\tb\"",
    "[{\"kind\": \"x\"}]"
  };
  private static final String[] NAMES = {
    "skus",
    "brands",
    "amount",
    "amountMinor",
    "percent",
    "parameters",
    "kind",
    "tiers",
    "x",
    "",
    "perOrder",
    "quantity",
    "price",
    "prices",
    "priceMinor",
    "code",
    "batch",
    "basis",
    "anyOf"
  };

  private static void mutate(ObjectNode document, SplittableRandom random) throws Exception {
    List<JsonNode> places = new ArrayList<>();
    JsonNode offers = document.path("offers");
    collect(random.nextInt(3) == 0 || !offers.isContainerNode() ? document : offers, places);
    JsonNode at = places.get(random.nextInt(places.size()));
    JsonNode value = MAPPER.readTree(VALUES[random.nextInt(VALUES.length)]);
    if (at instanceof ArrayNode array) {
      if (array.isEmpty() || random.nextInt(3) == 0) {
        array.add(value);
      } else {
        array.set(random.nextInt(array.size()), value);
      }
      return;
    }
    ObjectNode object = (ObjectNode) at;
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    String name = names.isEmpty() ? "x" : names.get(random.nextInt(names.size()));
    switch (random.nextInt(4)) {
      case 0 -> object.remove(name);
      case 1 -> object.set(NAMES[random.nextInt(NAMES.length)], value);
      default -> object.set(name, value);
    }
  }

  private static void collect(JsonNode node, List<JsonNode> places) {
    if (node.isContainerNode()) {
      places.add(node);
      node.forEach(child -> collect(child, places));
    }
  }
}
