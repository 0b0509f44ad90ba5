package souk.offer.engine.language;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds a document against the schema and explains each difference. Knows exactly the keywords that
 * the schema uses; a test holds it against a general validator.
 */
final class SchemaWalk {
  private final Schema schema;
  private final OtherKinds others;
  private final Problems problems;
  private final ValueRules values;
  private final Set<Node> unfit = Collections.newSetFromMap(new IdentityHashMap<>());
  private long refused;

  SchemaWalk(Schema schema, OtherKinds others, Problems problems) {
    this.schema = schema;
    this.others = others;
    this.problems = problems;
    this.values = new ValueRules(problems);
  }

  /** A document, in which the offers stand that are looked at one by one later. */
  void document(Node.Table table) {
    check(table, schema.root(), Path.ROOT, "A document");
  }

  void offer(Node node, Path path) {
    check(node, schema.definition("offer"), path, "An offer");
  }

  /** True if something was found wrong with the value or in it. */
  boolean unfit(Node node) {
    return node instanceof Node.Refused || unfit.contains(node);
  }

  private void check(Node node, JsonNode reference, Path path, String owner) {
    if (node instanceof Node.Refused) {
      refused++;
      return;
    }
    long before = problems.errors() + refused;
    compare(node, reference, path, owner);
    if (problems.errors() + refused > before) {
      unfit.add(node);
    }
  }

  private void compare(Node node, JsonNode reference, Path path, String owner) {
    JsonNode rules = schema.resolved(reference);
    if (!values.type(node, rules, reference, path)) {
      return;
    }
    values.check(node, rules, path);
    if (node instanceof Node.Row row) {
      row(row, rules, path);
    } else if (node instanceof Node.Table table) {
      if (rules == schema.definition("condition")) {
        spec(table, rules, path, Role.CONDITION);
      } else if (rules == schema.definition("effect")) {
        spec(table, rules, path, Role.EFFECT);
      } else {
        table(table, rules, path, owner);
      }
    }
  }

  private void row(Node.Row row, JsonNode rules, Path path) {
    JsonNode items = rules.get("items");
    if (items == null) {
      return;
    }
    String owner = owner(schema.resolved(items), "An element of " + path.name());
    for (int i = 0; i < row.elements().size(); i++) {
      check(row.elements().get(i), items, path.to(i), owner);
    }
  }

  private static String owner(JsonNode rules, String otherwise) {
    String words = rules.path("description").asText();
    return words.startsWith("One ") ? words.substring(0, words.length() - 1) : otherwise;
  }

  private void table(Node.Table table, JsonNode rules, Path path, String owner) {
    JsonNode properties = rules.path("properties");
    JsonNode more = rules.path("additionalProperties");
    for (Map.Entry<String, Node.Member> entry : table.members().entrySet()) {
      String name = entry.getKey();
      Path place = path.to(name);
      Node.Member member = entry.getValue();
      if (properties.has(name)) {
        JsonNode property = properties.get(name);
        check(
            member.value(),
            property,
            place,
            owner(schema.resolved(property), name + " of " + lower(owner)));
      } else if (more.isObject()) {
        if (rules.has("propertyNames")) {
          Node.Text key = new Node.Text(member.line(), member.column(), name);
          values.check(key, schema.resolved(rules.get("propertyNames")), place);
        }
        check(member.value(), more, place, "An entry of " + lower(owner));
      } else if (rules.has("additionalProperties")) {
        unknown(name, member, names(properties), place, owner);
      }
    }
    for (JsonNode name : rules.path("required")) {
      if (!table.has(name.textValue())) {
        missing(table, path, owner, name.textValue());
      }
    }
    Alternatives.check(table, rules, path, owner, problems);
  }

  private void unknown(
      String name, Node.Member member, List<String> known, Path place, String owner) {
    String what = Words.quoted(name).replace("\"", "");
    problems.error(
        member.line(),
        member.column(),
        place,
        "language.unknown-member",
        (known.isEmpty()
                ? "%s has no members, but here is %s.".formatted(owner, what)
                : "%s does not know %s; it knows %s.".formatted(owner, what, Words.list(known)))
            + Words.maybe(name, known),
        what,
        Words.list(known));
  }

  private void missing(Node.Table table, Path path, String owner, String name) {
    String near = Words.nearest(name, table.members().keySet());
    problems.error(
        table,
        path,
        "language.missing",
        "%s needs %s.%s"
            .formatted(
                owner,
                name,
                near.isEmpty() ? "" : "\nMaybe %s should be %s.".formatted(near, name)),
        name);
  }

  private void spec(Node.Table table, JsonNode rules, Path path, Role role) {
    String kind =
        table.has("kind") && table.value("kind") instanceof Node.Text text ? text.value() : "";
    Node.Member parameters = table.members().get("parameters");
    String owner = role == Role.CONDITION ? "A condition" : "An effect";
    if (!table.has("kind")) {
      kinds(table, path, role, "");
      return;
    }
    table(table, rules, path, owner);
    if (kind.isEmpty()) {
      return;
    }
    JsonNode known = schema.kind(role, kind).orElse(null);
    Path place = path.to("parameters");
    if (known != null) {
      Node given =
          parameters == null
              ? new Node.Table(table.line(), table.column(), Map.of())
              : parameters.value();
      check(given, known, place, "Kind " + kind);
    } else if (!others.names(role).contains(kind)) {
      kinds(table.value("kind"), path.to("kind"), role, kind);
    }
  }

  /** Says which kinds there are. */
  private void kinds(Node at, Path path, Role role, String kind) {
    List<String> known = new ArrayList<>(schema.kinds(role));
    others.names(role).stream().filter(name -> !known.contains(name)).forEach(known::add);
    String list = Words.list(known);
    if (kind.isEmpty()) {
      problems.error(
          at,
          path,
          "offer.unknown-kind",
          "%s needs a kind; there are %s."
              .formatted(role == Role.CONDITION ? "A condition" : "An effect", list),
          "",
          list);
      return;
    }
    String hint =
        schema.kind(role.other(), kind).isPresent()
            ? "\nMaybe it stands in the wrong place: %s is a kind of %s."
                .formatted(kind, role.other().word())
            : Words.maybe(kind, known);
    problems.error(
        at,
        path,
        "offer.unknown-kind",
        "There is no %s of the kind %s; there are %s.%s"
            .formatted(
                role.word(),
                Words.quoted(kind).replace("\"", ""),
                list,
                hint.isEmpty() ? "\nMaybe the bundle of this kind is not installed." : hint),
        Words.quoted(kind),
        list);
  }

  private static List<String> names(JsonNode properties) {
    List<String> names = new ArrayList<>();
    properties.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String lower(String owner) {
    return owner.isEmpty() ? owner : Character.toLowerCase(owner.charAt(0)) + owner.substring(1);
  }
}
