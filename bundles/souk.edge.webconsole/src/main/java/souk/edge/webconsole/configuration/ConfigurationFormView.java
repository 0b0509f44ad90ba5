package souk.edge.webconsole.configuration;

import java.util.ArrayList;
import java.util.List;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Sheet;

/** The form of one component, with what a check found. */
final class ConfigurationFormView {
  private final Sheet sheet;
  private final Html html;

  ConfigurationFormView(Sheet sheet) {
    this.sheet = sheet;
    this.html = sheet.html();
  }

  /**
   * @param checked whether the proposal is one that somebody had checked
   * @param undo whether a change can be taken back
   */
  void show(Form form, Proposal proposal, boolean checked, boolean undo) {
    html.open("p").element("a", sheet.text("configuration.all"), "href", sheet.link()).close();
    html.element("h1", form.name());
    html.element("p", form.description(), "class", "intro");
    html.element("p", proposal.pid() + " · " + form.bundle(), "class", "id");
    if (checked) {
      report(proposal);
    }
    html.open(
        "form", "method", "post", "action", sheet.link("pid", proposal.pid()), "novalidate", "");
    sheet.hidden("pid", proposal.pid());
    proposal.entries().forEach(entry -> new FieldView(sheet).show(entry));
    sheet.reason();
    html.open("div", "class", "buttons");
    sheet.button(sheet.text("configuration.check"), "check");
    sheet.button(sheet.text("configuration.save"), "save");
    html.close();
    html.close();
    back(proposal.pid(), "default", "configuration.default");
    if (undo) {
      back(proposal.pid(), "undo", "configuration.undo");
    }
  }

  private void report(Proposal proposal) {
    html.open("div", "class", "report", "role", "status");
    html.element("h2", sheet.text("configuration.report"));
    proposal.refusals().forEach(why -> html.element("p", why, "class", "bad"));
    if (proposal.changes().isEmpty()) {
      html.element("p", sheet.text("configuration.nothing"));
    } else {
      sheet.table("configuration", "value", "before", "after");
      for (Proposal.Change change : proposal.changes()) {
        sheet.row();
        sheet.open("value").element("strong", change.name()).text(" ");
        html.element("span", change.id(), "class", "id").close();
        sheet.cell("before", change.before());
        sheet.cell("after", change.after());
        sheet.endRow();
      }
      sheet.endTable();
      html.element(
          "p",
          proposal.restarts().isEmpty()
              ? sheet.text("configuration.no-restart")
              : sheet.text("configuration.restarts", String.join(", ", proposal.restarts())));
      if (!proposal.users().isEmpty()) {
        html.element("p", sheet.text("configuration.users", String.join(", ", proposal.users())));
      }
    }
    html.close();
  }

  private void back(String pid, String action, String key) {
    html.open("details").element("summary", sheet.text(key));
    sheet.form();
    sheet.hidden("pid", pid);
    sheet.reason();
    html.open("div", "class", "buttons");
    sheet.button(sheet.text(key + ".now"), action);
    html.close();
    sheet.endForm();
    html.close();
  }

  /** Facts about a field that help to fill it in. */
  static String hint(Sheet sheet, Field field) {
    List<String> facts = new ArrayList<>();
    facts.add(field.description());
    String standard = Proposal.standard(field);
    facts.add(
        standard.isEmpty()
            ? sheet.text("configuration.default.empty")
            : sheet.text("configuration.default.is", standard.replace("\n", ", ")));
    boolean anyNumber = field.least().filter(Long.toString(Long.MIN_VALUE)::equals).isPresent();
    field
        .least()
        .filter(l -> !anyNumber)
        .ifPresent(least -> facts.add(sheet.text("configuration.least", least)));
    field
        .most()
        .filter(m -> !anyNumber)
        .ifPresent(most -> facts.add(sheet.text("configuration.most", most)));
    if (field.many()) {
      facts.add(sheet.text("configuration.many"));
    }
    return String.join(" ", facts.stream().filter(f -> !f.isEmpty()).toList());
  }
}
