package souk.offer.engine.language;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns parameters of the text into those that evaluators read: amounts in minor units. */
final class ParameterReader {
  private final Schema schema;
  private final Amounts amounts;
  private final Problems problems;
  private final KnownNames names;

  ParameterReader(Schema schema, Amounts amounts, KnownNames names, Problems problems) {
    this.schema = schema;
    this.amounts = amounts;
    this.names = names;
    this.problems = problems;
  }

  /** Parameters of a built-in kind, which fit its schema. */
  Map<String, Object> read(Node.Table table, JsonNode rules, Path path) {
    JsonNode properties = rules.path("properties");
    Map<String, Object> result = new LinkedHashMap<>();
    Map<String, Node> places = new LinkedHashMap<>();
    for (Map.Entry<String, Node.Member> entry : table.members().entrySet()) {
      String name = entry.getKey();
      Node node = entry.getValue().value();
      Path place = path.to(name);
      JsonNode property = properties.path(name);
      String target = property.path("x-minor").asText(name);
      if (property.has("x-minor")) {
        minor(node, place).ifPresent(value -> result.put(target, value));
      } else {
        names.check(property.path("x-names").asText(""), node, place);
        result.put(target, value(node, schema.resolved(property), place));
        if (properties.has(name.replace("Minor", ""))
            && name.endsWith("Minor")
            && !name.startsWith("price")
            && node instanceof Node.Figure figure) {
          amounts.units(figure, name.replace("Minor", ""), place);
        }
      }
      places.put(target, node);
    }
    properties
        .fields()
        .forEachRemaining(
            entry -> {
              if (entry.getValue().has("x-less-than")) {
                less(
                    entry.getKey(),
                    entry.getValue().get("x-less-than").asText(),
                    result,
                    places,
                    path);
              }
            });
    return result;
  }

  /** Parameters of a kind that the schema does not know. */
  static Map<String, Object> plain(Node.Table table) {
    Map<String, Object> result = new LinkedHashMap<>();
    table.members().forEach((name, member) -> result.put(name, plain(member.value())));
    return result;
  }

  private java.util.Optional<Object> minor(Node node, Path path) {
    if (node instanceof Node.Text text) {
      return amounts.minor(text, path).map(value -> value);
    }
    Map<String, Object> all = new LinkedHashMap<>();
    if (node instanceof Node.Table table) {
      table
          .members()
          .forEach(
              (name, member) ->
                  minor(member.value(), path.to(name)).ifPresent(v -> all.put(name, v)));
    }
    return java.util.Optional.of(all);
  }

  private Object value(Node node, JsonNode rules, Path path) {
    if (node instanceof Node.Row row && rules.has("items")) {
      JsonNode items = schema.resolved(rules.get("items"));
      List<Object> list = new ArrayList<>();
      for (int i = 0; i < row.elements().size(); i++) {
        list.add(value(row.elements().get(i), items, path.to(i)));
      }
      return list;
    }
    return node instanceof Node.Table table && rules.has("properties")
        ? read(table, rules, path)
        : plain(node);
  }

  private void less(
      String small, String great, Map<String, Object> values, Map<String, Node> places, Path path) {
    Node place = places.get(small);
    if (place != null
        && values.get(small) instanceof BigDecimal off
        && values.get(great) instanceof BigDecimal from
        && off.compareTo(from) >= 0) {
      problems.error(
          place,
          path,
          "offer.amount-order",
          "%s must be less than %s, but is %s of %s.\nMaybe the two were exchanged."
              .formatted(
                  small.replace("Minor", ""),
                  great.replace("Minor", ""),
                  souk.model.Money.ofMinor(off.longValueExact(), amounts.currency()),
                  souk.model.Money.ofMinor(from.longValueExact(), amounts.currency())),
          off,
          from);
    }
  }

  private static Object plain(Node node) {
    if (node instanceof Node.Text text) {
      return text.value();
    }
    if (node instanceof Node.Figure figure) {
      return figure.value();
    }
    if (node instanceof Node.Flag flag) {
      return flag.value();
    }
    if (node instanceof Node.Row row) {
      return row.elements().stream().map(ParameterReader::plain).toList();
    }
    return node instanceof Node.Table table ? plain(table) : "";
  }
}
