package souk.edge.webconsole.configuration;

import java.util.ArrayList;
import java.util.List;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Sheet;

/** One field with label, hint and what is wrong with it. */
final class FieldView {
  private final Sheet sheet;
  private final Html html;

  FieldView(Sheet sheet) {
    this.sheet = sheet;
    this.html = sheet.html();
  }

  void show(Entry entry) {
    Field field = entry.field();
    String name = ConfigurationPage.FIELD + field.id();
    html.open("div", "class", "field");
    html.element("label", field.name(), "for", name);
    input(entry, name);
    html.element(
        "div", ConfigurationFormView.hint(sheet, field), "class", "small", "id", name + ".hint");
    entry.error().ifPresent(e -> html.element("div", e, "class", "bad", "id", name + ".error"));
    html.close();
  }

  private void input(Entry entry, String name) {
    Field field = entry.field();
    List<String> attributes = new ArrayList<>(List.of("name", name, "id", name));
    boolean wrong = entry.error().isPresent();
    attributes.add("aria-describedby");
    attributes.add(wrong ? name + ".error " + name + ".hint" : name + ".hint");
    if (wrong) {
      attributes.addAll(List.of("aria-invalid", "true"));
    }
    if (field.many()) {
      attributes.addAll(List.of("rows", "3"));
      html.element("textarea", entry.typed(), attributes.toArray(new String[0]));
    } else if (!field.options().isEmpty()) {
      select(entry.typed(), attributes, new ArrayList<>(field.options().entrySet()));
    } else if (field.type() == Field.Type.BOOLEAN) {
      select(
          entry.typed(),
          attributes,
          List.of(
              java.util.Map.entry("true", sheet.text("yes")),
              java.util.Map.entry("false", sheet.text("no"))));
    } else {
      attributes.addAll(List.of("value", entry.typed()));
      type(field, attributes);
      html.single("input", attributes.toArray(new String[0]));
    }
  }

  private static void type(Field field, List<String> attributes) {
    if (field.type().number()) {
      attributes.addAll(List.of("type", "number", "step", field.type().whole() ? "1" : "any"));
      field.least().ifPresent(least -> attributes.addAll(List.of("min", least)));
      field.most().ifPresent(most -> attributes.addAll(List.of("max", most)));
    } else {
      String type = field.type() == Field.Type.PASSWORD ? "password" : "text";
      attributes.addAll(List.of("type", type, "maxlength", "4000", "autocomplete", "off"));
    }
  }

  private void select(
      String chosen, List<String> attributes, List<java.util.Map.Entry<String, String>> options) {
    html.open("select", attributes.toArray(new String[0]));
    for (java.util.Map.Entry<String, String> option : options) {
      if (option.getKey().equals(chosen)) {
        html.element("option", option.getValue(), "value", option.getKey(), "selected", "");
      } else {
        html.element("option", option.getValue(), "value", option.getKey());
      }
    }
    html.close();
  }
}
