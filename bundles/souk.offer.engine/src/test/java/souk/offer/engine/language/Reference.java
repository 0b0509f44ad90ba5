package souk.offer.engine.language;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the reference of the language from its schema, in English or Chinese. */
final class Reference {
  static final Path ENGLISH = Path.of("../../docs/offer-language.md");
  static final Path CHINESE = Path.of("../../docs/offer-language.zh.md");

  private final Schema schema;
  private final ReferenceWords words;
  private final StringBuilder out = new StringBuilder();

  private Reference(Schema schema, ReferenceWords words) {
    this.schema = schema;
    this.words = words;
  }

  /** Writes both files; run in the folder of the bundle. */
  public static void main(String[] arguments) throws Exception {
    Files.writeString(ENGLISH, text(ReferenceWords.ENGLISH));
    Files.writeString(CHINESE, text(ReferenceWords.CHINESE));
  }

  static String text(ReferenceWords words) {
    Reference reference = new Reference(Schema.load(), words);
    reference.write();
    return reference.out.toString();
  }

  private void write() {
    out.append(words.start());
    out.append("\n## ").append(words.document()).append("\n\n");
    table(schema.root());
    parts("terms", "articles", "prices", "priceLayers");
    out.append("\n## ").append(words.offer()).append("\n\n");
    table(schema.definition("offer"));
    heading("window");
    table(schema.definition("window"));
    heading("limits");
    table(schema.definition("limits"));
    heading("funding");
    table(schema.definition("offer").get("properties").get("funding").get("items"));
    out.append("\n## ").append(words.valueForms()).append("\n\n");
    for (String name : List.of("key", "minor", "amount", "time", "zone", "clock")) {
      out.append("- ").append(said(schema.definition(name))).append('\n');
    }
    out.append('\n').append(words.shop()).append("\n\n");
    out.append("```json\n").append(JsonLayout.of(schema.root().get("x-shop"))).append("\n```\n");
    out.append("\n## ").append(words.conditions()).append('\n');
    kinds(Role.CONDITION);
    out.append("\n## ").append(words.effects()).append('\n');
    kinds(Role.EFFECT);
  }

  private void heading(String name) {
    out.append("\n### `").append(name).append("`\n\n");
  }

  private void parts(String... names) {
    for (String name : names) {
      JsonNode part = schema.resolved(schema.root().get("properties").get(name));
      JsonNode entry =
          part.has("properties")
              ? part
              : schema.resolved(
                  part.path("items").isObject()
                      ? part.get("items")
                      : part.get("additionalProperties"));
      heading(name);
      out.append(said(schema.root().get("properties").get(name)));
      if (!part.has("properties")) {
        out.append(' ').append(part.has("items") ? words.eachElement() : words.eachEntry());
      }
      out.append("\n\n");
      table(entry);
    }
  }

  private void table(JsonNode rules) {
    out.append(words.tableHead()).append("|---|---|---|\n");
    List<String> required = new ArrayList<>();
    rules.path("required").forEach(name -> required.add(name.asText()));
    for (Iterator<Map.Entry<String, JsonNode>> i = rules.get("properties").fields();
        i.hasNext(); ) {
      Map.Entry<String, JsonNode> entry = i.next();
      out.append("| `").append(entry.getKey()).append('`');
      out.append(required.contains(entry.getKey()) ? " " + words.needed() : "");
      out.append(" | ").append(type(entry.getValue())).append(" | ");
      out.append(said(entry.getValue()));
      if (entry.getValue().has("default")) {
        out.append(words.byDefault().formatted(entry.getValue().get("default").asText()));
      }
      out.append(" |\n");
    }
    alternatives(rules);
  }

  private void alternatives(JsonNode rules) {
    List<String> lines = new ArrayList<>();
    for (JsonNode group : rules.path("allOf")) {
      if (group.has("oneOf")) {
        lines.add(words.exactlyOne().formatted(names(group.get("oneOf"))));
      }
    }
    if (rules.has("oneOf")) {
      lines.add(words.exactlyOne().formatted(names(rules.get("oneOf"))));
    }
    if (rules.has("anyOf")) {
      lines.add(words.atLeastOne().formatted(names(rules.get("anyOf"))));
    }
    if (!lines.isEmpty()) {
      out.append('\n').append(String.join(" ", lines)).append('\n');
    }
  }

  private static String names(JsonNode branches) {
    List<String> names = new ArrayList<>();
    branches.forEach(branch -> names.add("`" + branch.get("required").get(0).asText() + "`"));
    return String.join(", ", names);
  }

  private void kinds(Role role) {
    for (Example example : Example.all(schema)) {
      if (example.role() != role) {
        continue;
      }
      JsonNode rules = schema.kind(role, example.kind()).orElseThrow();
      out.append("\n### `").append(example.kind()).append("` – ");
      out.append(words.of(rules, "title", "x-title-zh")).append("\n\n");
      out.append(said(rules)).append("\n\n");
      if (!rules.get("properties").isEmpty()) {
        table(rules);
        out.append('\n');
      }
      example(example);
    }
  }

  private void example(Example example) {
    JsonNode content = example.content();
    out.append(words.of(content, "says", "says-zh")).append("\n\n```json\n");
    out.append(JsonLayout.of(example.rule())).append("\n```\n\n");
    out.append("| ")
        .append(words.cart())
        .append(" | ")
        .append(words.result())
        .append(" |\n|---|---|\n");
    row(content.get("cart"), result(content.get("result")));
    if (content.has("otherwise")) {
      JsonNode otherwise = content.get("otherwise");
      row(otherwise.get("cart"), words.rejected().formatted(otherwise.get("rejected").asText()));
    }
  }

  private void row(JsonNode cart, String result) {
    List<String> parts = new ArrayList<>();
    cart.get("lines")
        .forEach(
            line -> parts.add(line.get("quantity").asText() + " × " + line.get("sku").asText()));
    cart.fields()
        .forEachRemaining(
            field -> {
              if (!field.getKey().equals("lines")) {
                parts.add("`" + field.getKey() + "`: " + plain(field.getValue()));
              }
            });
    out.append("| ").append(String.join(", ", parts)).append(" | ").append(result).append(" |\n");
  }

  private String result(JsonNode result) {
    List<String> parts = new ArrayList<>();
    long discount = result.get("discountMinor").asLong();
    if (discount > 0) {
      parts.add(words.takesOff().formatted(pounds(discount)));
    }
    if (result.path("lines").size() > 1) {
      List<String> lines = new ArrayList<>();
      result.get("lines").forEach(line -> lines.add(pounds(line.asLong())));
      parts.add(words.perLine().formatted(String.join(" + ", lines)));
    }
    for (JsonNode benefit : result.path("benefits")) {
      parts.add(
          words.benefit(
              benefit.get("kind").asText(),
              benefit.path("sku").asText(""),
              benefit.get("amount").asText()));
    }
    return String.join(words.comma(), parts);
  }

  private static String pounds(long minor) {
    return BigDecimal.valueOf(minor, 2).toPlainString();
  }

  private static String plain(JsonNode value) {
    if (!value.isArray()) {
      return value.asText();
    }
    List<String> all = new ArrayList<>();
    value.forEach(element -> all.add(element.asText()));
    return String.join(", ", all);
  }

  private String said(JsonNode property) {
    JsonNode rules = property.has("description") ? property : schema.resolved(property);
    return words.of(rules, "description", "x-zh");
  }

  private String type(JsonNode property) {
    JsonNode rules = schema.resolved(property);
    if (rules.has("const")) {
      return "`" + rules.get("const").asText() + "`";
    }
    if (rules.has("enum")) {
      List<String> all = new ArrayList<>();
      rules.get("enum").forEach(one -> all.add("`" + one.asText() + "`"));
      return String.join(", ", all);
    }
    String type = rules.path("type").asText();
    return switch (type) {
      case "array" -> words.listOf().formatted(type(rules.get("items")));
      case "object" ->
          rules.path("additionalProperties").isObject()
              ? words.mapOf().formatted(type(rules.get("additionalProperties")))
              : words.type("object");
      case "number", "integer" -> words.type(type) + range(rules);
      default -> words.type(type.toLowerCase(Locale.ROOT));
    };
  }

  private String range(JsonNode rules) {
    List<String> parts = new ArrayList<>();
    bound(rules, "exclusiveMinimum", "> ", parts);
    bound(rules, "minimum", "≥ ", parts);
    bound(rules, "exclusiveMaximum", "< ", parts);
    bound(rules, "maximum", "≤ ", parts);
    return parts.isEmpty() ? "" : " " + String.join(", ", parts);
  }

  private static void bound(JsonNode rules, String name, String sign, List<String> parts) {
    if (rules.has(name) && rules.get(name).decimalValue().abs().longValue() < 1_000_000) {
      parts.add(sign + rules.get(name).asText());
    }
  }
}
