package souk.evidence.reporting.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The document while it is written: facts, texts, figures, and the charts so far. */
final class Page {
  private final JsonNode facts;
  private final Html html = new Html();
  private final Messages messages;
  private final Figures figures;
  private final ArrayNode charts;

  Page(JsonNode facts, Messages messages, Figures figures, ArrayNode charts) {
    this.facts = facts;
    this.messages = messages;
    this.figures = figures;
    this.charts = charts;
  }

  JsonNode facts() {
    return facts;
  }

  Html html() {
    return html;
  }

  Figures figures() {
    return figures;
  }

  ArrayNode charts() {
    return charts;
  }

  String text(String key, Object... arguments) {
    return messages.text(key, arguments);
  }

  String textOr(String key, String otherwise) {
    return messages.textOr(key, otherwise);
  }

  Messages messages() {
    return messages;
  }

  void section(String id, Runnable body) {
    html.open("section", "id", id).element("h2", text("section." + id));
    body.run();
    html.close("section");
  }

  void paragraph(String text) {
    html.element("p", text);
  }

  /** What a part says that has nothing to show. */
  void empty(String key) {
    html.element("p", text(key), "class", "empty");
  }

  void note(String text) {
    html.element("p", text, "class", "note");
  }

  /** The rung of proof; simulated figures are marked as such wherever they stand. */
  void badge(String label) {
    html.element(
        "span",
        text("label." + label),
        "class",
        "badge " + label.toLowerCase(java.util.Locale.ROOT));
  }

  void reasons(JsonNode reasons) {
    if (reasons.isEmpty()) {
      return;
    }
    html.open("ul", "class", "reasons");
    reasons.forEach(reason -> html.element("li", messages.reason(reason)));
    html.close("ul");
  }

  /** Chart and table, beside each other where there is room. */
  void pair(Runnable chart, Runnable table) {
    html.open("div", "class", "pair").open("div");
    chart.run();
    html.close("div").open("div");
    table.run();
    html.close("div").close("div");
  }

  /** Place for a chart that the script fills in; answers its description. */
  ObjectNode chart(String kind, String title, int height) {
    String id = "chart-" + (charts.size() + 1);
    html.open("figure")
        .element("figcaption", title)
        .open(
            "div",
            "id",
            id,
            "class",
            "chart",
            "style",
            "height:" + height + "px",
            "role",
            "img",
            "aria-label",
            title)
        .close("div")
        .close("figure");
    return charts.addObject().put("id", id).put("kind", kind);
  }

  /**
   * A table; the first column is text, the others are figures.
   *
   * @param headers keys of the headers
   */
  void table(List<String> headers, List<List<String>> rows) {
    html.open("div", "class", "scroll").open("table").open("thead").open("tr");
    headers.forEach(key -> html.element("th", text(key), "scope", "col"));
    html.close("tr").close("thead").open("tbody");
    for (List<String> row : rows) {
      html.open("tr");
      for (int c = 0; c < row.size(); c++) {
        html.element(c == 0 ? "th" : "td", row.get(c));
      }
      html.close("tr");
    }
    html.close("tbody").close("table").close("div");
  }

  void card(String title, String value, String detail) {
    html.open("div", "class", "card")
        .element("div", title, "class", "card-title")
        .element("div", value, "class", "card-value")
        .element("div", detail, "class", "card-detail")
        .close("div");
  }
}
