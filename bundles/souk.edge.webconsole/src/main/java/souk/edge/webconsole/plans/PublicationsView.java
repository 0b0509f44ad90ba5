package souk.edge.webconsole.plans;

import java.util.List;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Messages;
import souk.trust.api.Publication;

/** What was put into force, newest first; the latest can be taken back. */
final class PublicationsView {
  private final Messages messages;
  private final Html html;
  private final Forms forms;

  PublicationsView(Messages messages, Html html, Forms forms) {
    this.messages = messages;
    this.html = html;
    this.forms = forms;
  }

  void show(List<Publication> history) {
    html.open("section", "aria-labelledby", "publications");
    html.element("h2", messages.text("publications.title"), "id", "publications");
    if (history.isEmpty()) {
      html.element("p", messages.text("publications.none"), "class", "empty").close();
      return;
    }
    html.open("table").open("thead").open("tr");
    for (String column : List.of("publication", "at", "plan", "prices", "offers", "who", "undo")) {
      html.element("th", messages.text("publication." + column), "scope", "col");
    }
    html.close().close().open("tbody");
    for (int i = 0; i < history.size(); i++) {
      row(history.get(i), i == 0);
    }
    html.close().close().close();
  }

  private void row(Publication p, boolean latest) {
    html.open("tr");
    cell(
        "publication",
        p.id() + p.undoes().map(u -> " (" + messages.text("undoes", u) + ")").orElse(""));
    cell("at", Figures.time(p.at()));
    cell("plan", p.planId().orElse("–"));
    cell("prices", p.prices());
    cell("offers", p.offers());
    cell("who", p.actor() + ": " + p.reason());
    html.open("td", "data-label", messages.text("publication.undo"));
    if (latest && p.previous().isPresent() && p.undoes().isEmpty()) {
      html.open("details").element("summary", messages.text("plans.action.undo"));
      forms.show("publication", p.id(), List.of("undo"));
      html.close();
    }
    html.close().close();
  }

  private void cell(String column, Object value) {
    html.element("td", value, "data-label", messages.text("publication." + column));
  }
}
