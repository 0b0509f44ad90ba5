package souk.offer.engine.language;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the schema asks of one value. */
final class ValueRules {
  private final Problems problems;
  private final Map<String, Pattern> patterns = new HashMap<>();

  ValueRules(Problems problems) {
    this.problems = problems;
  }

  /** False, and one problem more, if the value is of another type. */
  boolean type(Node node, JsonNode rules, JsonNode reference, Path path) {
    String wanted = rules.path("type").asText("");
    boolean fits =
        switch (wanted) {
          case "object" -> node instanceof Node.Table;
          case "array" -> node instanceof Node.Row;
          case "string" -> node instanceof Node.Text;
          case "boolean" -> node instanceof Node.Flag;
          case "number" -> node instanceof Node.Figure;
          case "integer" -> node instanceof Node.Figure figure && figure.whole();
          default -> true;
        };
    if (!fits) {
      problems.error(
          node,
          path,
          "language.type",
          "%s must be %s, but is %s.%s"
              .formatted(
                  path.name(),
                  TypeHints.name(wanted),
                  node.found(),
                  TypeHints.hint(node, wanted, reference, path)),
          path.name(),
          TypeHints.name(wanted),
          node.found());
    }
    return fits;
  }

  void check(Node node, JsonNode rules, Path path) {
    if (rules.has("const") && !same(node, rules.get("const"))) {
      wrong(node, path, "must be " + rules.get("const").asText(), "");
    }
    if (rules.has("enum")) {
      choice(node, rules.get("enum"), path);
    }
    if (node instanceof Node.Text text) {
      text(text, rules, path);
    } else if (node instanceof Node.Figure figure) {
      figure(figure, rules, path);
    } else if (node instanceof Node.Row row) {
      size(node, row.elements().size(), rules, "Items", "value", path);
      if (rules.path("uniqueItems").asBoolean()) {
        unique(row, path);
      }
    } else if (node instanceof Node.Table table) {
      size(node, table.members().size(), rules, "Properties", "member", path);
    }
  }

  private void choice(Node node, JsonNode allowed, Path path) {
    List<String> names = new ArrayList<>();
    for (JsonNode one : allowed) {
      if (same(node, one)) {
        return;
      }
      names.add(one.asText());
    }
    String hint = node instanceof Node.Text text ? Words.maybe(text.value(), names) : "";
    wrong(node, path, "must be one of " + Words.list(names), hint);
  }

  private static boolean same(Node node, JsonNode value) {
    if (node instanceof Node.Text text) {
      return value.isTextual() && text.value().equals(value.textValue());
    }
    return node instanceof Node.Figure figure
        && value.isNumber()
        && figure.value().compareTo(value.decimalValue()) == 0;
  }

  private void text(Node.Text text, JsonNode rules, Path path) {
    int length = text.value().codePointCount(0, text.value().length());
    int least = rules.path("minLength").asInt(0);
    int most = rules.path("maxLength").asInt(Integer.MAX_VALUE);
    boolean fits = length >= least && length <= most;
    if (fits && rules.has("pattern")) {
      fits =
          patterns
              .computeIfAbsent(rules.get("pattern").textValue(), Pattern::compile)
              .matcher(text.value())
              .find();
    }
    if (!fits) {
      String words = rules.path("description").asText("");
      String wanted =
          words.isEmpty()
              ? "must have %d to %d characters".formatted(least, most)
              : "must be: " + words.substring(0, words.length() - 1);
      wrong(text, path, wanted, TypeHints.pattern(text.value(), rules));
    }
  }

  private void figure(Node.Figure figure, JsonNode rules, Path path) {
    BigDecimal value = figure.value();
    List<String> wanted = new ArrayList<>();
    boolean fits = true;
    if (rules.has("minimum")) {
      wanted.add("at least " + rules.get("minimum").asText());
      fits &= value.compareTo(rules.get("minimum").decimalValue()) >= 0;
    }
    if (rules.has("exclusiveMinimum")) {
      wanted.add("greater than " + rules.get("exclusiveMinimum").asText());
      fits &= value.compareTo(rules.get("exclusiveMinimum").decimalValue()) > 0;
    }
    if (rules.has("maximum")) {
      wanted.add("at most " + rules.get("maximum").asText());
      fits &= value.compareTo(rules.get("maximum").decimalValue()) <= 0;
    }
    if (rules.has("exclusiveMaximum")) {
      wanted.add("less than " + rules.get("exclusiveMaximum").asText());
      fits &= value.compareTo(rules.get("exclusiveMaximum").decimalValue()) < 0;
    }
    if (!fits) {
      wrong(
          figure,
          path,
          "must be " + String.join(" and ", wanted),
          TypeHints.range(figure, rules, path));
    }
  }

  private void size(Node node, int size, JsonNode rules, String suffix, String thing, Path path) {
    int least = rules.path("min" + suffix).asInt(0);
    int most = rules.path("max" + suffix).asInt(Integer.MAX_VALUE);
    if (size < least) {
      String hint = path.toString().contains("/parameters/") ? "\nMaybe leave it out." : "";
      wrong(node, path, "must have at least " + Words.count(least, thing), hint);
    } else if (size > most) {
      wrong(node, path, "must have at most " + Words.count(most, thing), "");
    }
  }

  private void unique(Node.Row row, Path path) {
    Map<Object, Integer> seen = new HashMap<>();
    for (int i = 0; i < row.elements().size(); i++) {
      if (row.elements().get(i) instanceof Node.Text text) {
        Integer first = seen.putIfAbsent(text.value(), i);
        if (first != null) {
          problems.error(
              text,
              path.to(i),
              "language.repeated",
              "%s names %s twice.".formatted(path.name(), Words.quoted(text.value())),
              path.name(),
              Words.quoted(text.value()));
        }
      }
    }
  }

  private void wrong(Node node, Path path, String wanted, String hint) {
    problems.error(
        node,
        path,
        "language.value",
        "%s %s, but is %s.%s".formatted(path.name(), wanted, node.found(), hint),
        path.name(),
        wanted,
        node.found());
  }
}
