package souk.offer.engine.language;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Turns what earlier versions wrote into the present form: the answer of {@code GET /offers} and
 * the contents of snapshots that the publisher keeps.
 */
final class EarlierForms {
  private static final String WINDOW = "window";
  private static final String DECIMAL = "decimal";

  private EarlierForms() {}

  /** A document; a kept snapshot's contents (format 1) become one. */
  static Node.Table document(Node.Table table) {
    Map<String, Node.Member> members = new LinkedHashMap<>(table.members());
    if (table.has("format") && !table.has("version")) {
      Node.Member format = members.remove("format");
      members.put("version", format);
      members.remove("id");
      members.remove("createdAt");
      members.computeIfPresent("prices", (name, prices) -> priceRows(prices));
    }
    members.computeIfPresent(
        "offers",
        (name, offers) ->
            offers.value() instanceof Node.Row row ? with(offers, offers(row)) : offers);
    return new Node.Table(table.line(), table.column(), members);
  }

  /** Prices kept as {@code [[sku, price, floor], …]}. */
  private static Node.Member priceRows(Node.Member prices) {
    if (!(prices.value() instanceof Node.Row row)) {
      return prices;
    }
    Map<String, Node.Member> members = new LinkedHashMap<>();
    for (Node element : row.elements()) {
      if (!(element instanceof Node.Row entry)
          || entry.elements().size() != 3
          || !(entry.elements().get(0) instanceof Node.Text sku)) {
        return prices;
      }
      Map<String, Node.Member> price = new LinkedHashMap<>();
      price.put("priceMinor", member(entry.elements().get(1)));
      price.put("floorMinor", member(entry.elements().get(2)));
      members.put(sku.value(), member(new Node.Table(entry.line(), entry.column(), price)));
    }
    return new Node.Member(
        prices.line(), prices.column(), new Node.Table(row.line(), row.column(), members));
  }

  /** Several offers. */
  static Node.Row offers(Node.Row row) {
    return new Node.Row(
        row.line(), row.column(), row.elements().stream().map(EarlierForms::offer).toList());
  }

  /** An offer. */
  static Node offer(Node node) {
    if (!(node instanceof Node.Table table)) {
      return node;
    }
    Map<String, Node.Member> members = new LinkedHashMap<>();
    Map<String, Node.Member> window = new LinkedHashMap<>();
    table
        .members()
        .forEach(
            (name, member) -> {
              switch (name) {
                case "from", "until" -> {
                  if (table.has(WINDOW)) {
                    members.put(name, member);
                  } else {
                    window.put(name, member);
                    members.putIfAbsent(
                        WINDOW,
                        new Node.Member(
                            member.line(),
                            member.column(),
                            new Node.Table(member.line(), member.column(), window)));
                  }
                }
                case "planId" -> {
                  if (!(member.value() instanceof Node.Nothing)) {
                    members.put(name, member);
                  }
                }
                case "basis" -> members.put(name, with(member, lower(member.value())));
                case "effect" -> members.put(name, with(member, spec(member.value())));
                case "conditions" -> members.put(name, with(member, specs(member.value())));
                default -> members.put(name, member);
              }
            });
    return new Node.Table(table.line(), table.column(), members);
  }

  private static Node lower(Node node) {
    return node instanceof Node.Text text
            && (text.value().equals("LIST") || text.value().equals("NET"))
        ? new Node.Text(text.line(), text.column(), text.value().toLowerCase(Locale.ROOT))
        : node;
  }

  private static Node specs(Node node) {
    return node instanceof Node.Row row
        ? new Node.Row(
            row.line(), row.column(), row.elements().stream().map(EarlierForms::spec).toList())
        : node;
  }

  private static Node spec(Node node) {
    if (!(node instanceof Node.Table table) || !table.has("parameters")) {
      return node;
    }
    Map<String, Node.Member> members = new LinkedHashMap<>(table.members());
    members.computeIfPresent(
        "parameters", (name, member) -> with(member, decimals(member.value())));
    return new Node.Table(table.line(), table.column(), members);
  }

  /** Numbers kept as {@code {"decimal": "1.50"}}. */
  private static Node decimals(Node node) {
    if (node instanceof Node.Row row) {
      List<Node> elements = row.elements().stream().map(EarlierForms::decimals).toList();
      return new Node.Row(row.line(), row.column(), elements);
    }
    if (!(node instanceof Node.Table table)) {
      return node;
    }
    if (table.members().size() == 1
        && table.has(DECIMAL)
        && table.value(DECIMAL) instanceof Node.Text text) {
      BigDecimal value = text.value().length() > 60 ? null : Figures.read(text.value(), 30);
      if (value != null) {
        return new Node.Figure(text.line(), text.column(), value);
      }
    }
    Map<String, Node.Member> members = new LinkedHashMap<>();
    table.members().forEach((name, m) -> members.put(name, with(m, decimals(m.value()))));
    return new Node.Table(table.line(), table.column(), members);
  }

  private static Node.Member member(Node value) {
    return new Node.Member(value.line(), value.column(), value);
  }

  private static Node.Member with(Node.Member member, Node value) {
    return new Node.Member(member.line(), member.column(), value);
  }
}
