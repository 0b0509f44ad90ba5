package souk.edge.webconsole.html;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A page while it is written: its texts, its HTML and its address, with the tables, forms and links
 * that all pages have in common. For use by one thread.
 */
public final class Sheet {
  private final Messages messages;
  private final Html html;
  private final String root;
  private final String language;
  private String prefix = "";

  private Sheet(Messages messages, Html html, String root, String language) {
    this.messages = messages;
    this.html = html;
    this.root = root;
    this.language = language;
  }

  public static Sheet of(HttpServletRequest request, Messages messages, Html html) {
    return new Sheet(
        messages,
        html,
        ConsolePage.root(request),
        Optional.ofNullable(request.getParameter("lang")).orElse(""));
  }

  public Html html() {
    return html;
  }

  public Messages messages() {
    return messages;
  }

  public String text(String key) {
    return messages.text(key);
  }

  public String text(String key, Object... arguments) {
    return messages.text(key, arguments);
  }

  /** Heading and introduction: {@code <prefix>.title} and {@code <prefix>.intro}. */
  public void title(String page) {
    html.element("h1", text(page + ".title"));
    html.element("p", text(page + ".intro"), "class", "intro");
  }

  /** Opens a section with a heading; closed by {@link #endSection}. */
  public void section(String id, String heading) {
    html.open("section", "aria-labelledby", id);
    html.element("h2", heading, "id", id);
  }

  public void endSection() {
    html.close();
  }

  /** Opens a part that is renewed as a whole while nobody works in it. */
  public void region(String key) {
    html.open("div", "data-region", key);
  }

  public void endRegion() {
    html.close();
  }

  /** A box that says that there is nothing, and what to do. */
  public void empty(String text) {
    html.element("p", text, "class", "empty");
  }

  /** Opens a table whose columns have texts {@code <prefix>.column.<column>}. */
  public void table(String columnPrefix, String... columns) {
    prefix = columnPrefix + ".column.";
    html.open("table").open("thead").open("tr");
    for (String column : columns) {
      html.element("th", text(prefix + column), "scope", "col");
    }
    html.close().close().open("tbody");
  }

  public void endTable() {
    html.close().close();
  }

  public void row(String... attributes) {
    html.open("tr", attributes);
  }

  public void endRow() {
    html.close();
  }

  public void cell(String column, Object value) {
    html.element("td", value, "data-label", text(prefix + column));
  }

  /** A cell with a number that is not broken into lines. */
  public void figure(String column, Object value) {
    html.element("td", value, "data-label", text(prefix + column), "class", "figure");
  }

  /** Opens a cell for content of its own. */
  public Html open(String column) {
    return html.open("td", "data-label", text(prefix + column));
  }

  /** Opens a cell for points in time, each in a line of its own. */
  public Html when(String column) {
    return html.open("td", "data-label", text(prefix + column), "class", "when");
  }

  /** Address of this page with parameters, in the language that was asked for. */
  public String link(String... namesAndValues) {
    return address("", namesAndValues);
  }

  /** Address of a file below this page. */
  public String address(String file, String... namesAndValues) {
    StringBuilder address = new StringBuilder(root).append(file);
    char separator = '?';
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (!namesAndValues[i + 1].isEmpty()) {
        address.append(separator).append(namesAndValues[i]).append('=');
        address.append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        separator = '&';
      }
    }
    if (!language.isEmpty()) {
      address.append(separator).append("lang=");
      address.append(URLEncoder.encode(language, StandardCharsets.UTF_8));
    }
    return address.toString();
  }

  /** Opens a form that acts. */
  public void form() {
    html.open("form", "method", "post", "action", root);
    language();
  }

  /** Opens a form that only asks for another view of the page. */
  public void question(String label) {
    html.open("form", "method", "get", "action", root, "class", "filter", "role", "search");
    html.single("input", "type", "hidden", "name", "filtered", "value", "1");
    if (!label.isEmpty()) {
      html.element("h3", label);
    }
    language();
  }

  public void endForm() {
    html.close();
  }

  public void hidden(String name, String value) {
    html.single("input", "type", "hidden", "name", name, "value", value);
  }

  /** The field for the reason that every change needs. */
  public void reason() {
    html.open("label").text(text("reason")).text(" ");
    html.single(
        "input",
        "type",
        "text",
        "name",
        "reason",
        "required",
        "",
        "maxlength",
        "500",
        "autocomplete",
        "off");
    html.close();
  }

  /** A field with its label. */
  public void field(String label, String name, String value, String... attributes) {
    html.open("label").text(label).text(" ");
    String[] all = new String[attributes.length + 6];
    System.arraycopy(new String[] {"type", "text", "name", name, "value", value}, 0, all, 0, 6);
    System.arraycopy(attributes, 0, all, 6, attributes.length);
    html.single("input", all);
    html.close();
  }

  /** A choice; texts are looked up under {@code <textPrefix><value>}. */
  public void choice(
      String label, String name, String chosen, String textPrefix, Iterable<String> values) {
    html.open("label").text(label).text(" ").open("select", "name", name);
    for (String value : values) {
      String shown = textPrefix.isEmpty() ? value : text(textPrefix + value);
      if (value.equals(chosen)) {
        html.element("option", shown, "value", value, "selected", "");
      } else {
        html.element("option", shown, "value", value);
      }
    }
    html.close().close();
  }

  /** A button that sends {@code action=<action>}. */
  public void button(String text, String action) {
    html.element("button", text, "type", "submit", "name", "action", "value", action);
  }

  /** Links to the neighbouring pages of a long list. */
  public void pager(long from, int size, boolean more, String... namesAndValues) {
    if (from == 0 && !more) {
      return;
    }
    html.open("nav", "class", "pager", "aria-label", text("pager"));
    if (from > 0) {
      turn(text("pager.back"), Math.max(0, from - size), namesAndValues);
    }
    html.element("span", text("pager.here", from + 1, from + size));
    if (more) {
      turn(text("pager.on"), from + size, namesAndValues);
    }
    html.close();
  }

  private void turn(String text, long from, String... namesAndValues) {
    String[] all = new String[namesAndValues.length + 2];
    System.arraycopy(namesAndValues, 0, all, 0, namesAndValues.length);
    all[namesAndValues.length] = "from";
    all[namesAndValues.length + 1] = Long.toString(from);
    html.element("a", text, "href", link(all));
  }

  private void language() {
    if (!language.isEmpty()) {
      hidden("lang", language);
    }
  }
}
