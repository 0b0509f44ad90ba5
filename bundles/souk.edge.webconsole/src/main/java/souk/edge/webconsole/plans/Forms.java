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
    html.open("label").text(messages.text("reason")).text(" ");
    html.single("input", "type", "text", "name", "reason", "required", "", "maxlength", "500");
    html.close();
    html.open("div", "class", "buttons");
    for (String action : actions) {
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
    html.close().close();
  }

  private void hidden(String name, String value) {
    html.single("input", "type", "hidden", "name", name, "value", value);
  }
}
