package souk.edge.webconsole.plans;

import java.util.List;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Messages;

/** Buttons with a field for the reason. */
final class Forms {
  private final Messages messages;
  private final Html html;
  private final String language;

  Forms(Messages messages, Html html, String language) {
    this.messages = messages;
    this.html = html;
    this.language = language;
  }

  /**
   * The form of an approved plan.
   *
   * @param holdOut whether a hold-out can be designed here
   */
  void publish(String plan, boolean holdOut) {
    html.open("form", "method", "post", "class", "act");
    hidden("plan", plan);
    if (!language.isEmpty()) {
      hidden("lang", language);
    }
    if (holdOut) {
      html.open("div", "class", "fields");
      number("plans.hold-out", "holdOut", "20", "0", "90");
      number("plans.seed", "seed", "1", "0", "999999999");
      html.close();
    }
    reason();
    html.open("div", "class", "buttons");
    button("publish");
    button("reject");
    html.close().close();
  }

  private void number(String label, String name, String value, String least, String most) {
    html.open("label").text(messages.text(label)).text(" ");
    html.single(
        "input",
        "type",
        "number",
        "name",
        name,
        "value",
        value,
        "min",
        least,
        "max",
        most,
        "step",
        "1",
        "required",
        "");
    html.close();
  }

  private void reason() {
    html.open("label").text(messages.text("reason")).text(" ");
    html.single("input", "type", "text", "name", "reason", "required", "", "maxlength", "500");
    html.close();
  }

  private void button(String action) {
    html.element(
        "button",
        messages.text("plans.action." + action),
        "type",
        "submit",
        "name",
        "action",
        "value",
        action);
  }

  /**
   * @param name of the hidden field that says what the buttons act on
   * @param value of that field
   * @param actions one button each
   */
  void show(String name, String value, List<String> actions) {
    html.open("form", "method", "post", "class", "act");
    hidden(name, value);
    if (!language.isEmpty()) {
      hidden("lang", language);
    }
    reason();
    html.open("div", "class", "buttons");
    actions.forEach(this::button);
    html.close().close();
  }

  private void hidden(String name, String value) {
    html.single("input", "type", "hidden", "name", name, "value", value);
  }
}
