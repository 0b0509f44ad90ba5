package souk.edge.webconsole.audit;

import java.util.List;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Sheet;
import souk.kernel.api.AuditEntry;

/** Changes, newest first, as HTML. */
public final class AuditView {
  static final int SIZE = 50;
  private static final List<String> KINDS =
      List.of(
          "",
          "selection",
          "shadow",
          "canary",
          "trial-stop",
          "rollback",
          "drain",
          "restore",
          "plan",
          "publication",
          "feature",
          "configuration",
          "log-level",
          "job-cancel",
          "load",
          "backup");

  private final Sheet sheet;
  private final Html html;
  private String kind = "";
  private String actor = "";
  private String text = "";

  public AuditView(Sheet sheet) {
    this.sheet = sheet;
    this.html = sheet.html();
  }

  void filter(String wantedKind, String wantedActor, String wantedText) {
    kind = wantedKind;
    actor = wantedActor;
    text = wantedText;
    sheet.title("audit");
    sheet.question("");
    html.open("div", "class", "fields");
    sheet.choice(sheet.text("audit.column.kind"), "kind", kind, "audit.kind.", KINDS);
    sheet.field(sheet.text("audit.actor"), "actor", actor, "maxlength", "100");
    sheet.field(sheet.text("audit.text"), "text", text, "maxlength", "200");
    html.element("button", sheet.text("filter"), "type", "submit");
    html.close();
    sheet.endForm();
    html.open("p")
        .element(
            "a",
            sheet.text("audit.csv"),
            "href",
            sheet.address("/audit.csv", "kind", kind, "actor", actor, "text", text),
            "download",
            "")
        .close();
  }

  /**
   * @param found one more than fits, if there are more
   * @param later whether this is not the first page
   */
  void entries(List<AuditEntry> found, boolean later) {
    sheet.section("entries", sheet.text("audit.entries"));
    sheet.region("entries");
    List<AuditEntry> shown = found.subList(0, Math.min(SIZE, found.size()));
    table(shown);
    html.open("nav", "class", "pager", "aria-label", sheet.text("pager"));
    if (later) {
      html.element(
          "a",
          sheet.text("audit.newest"),
          "href",
          sheet.link("kind", kind, "actor", actor, "text", text));
    }
    if (found.size() > SIZE) {
      String last = shown.get(SIZE - 1).id();
      html.element(
          "a",
          sheet.text("audit.older"),
          "href",
          sheet.link("kind", kind, "actor", actor, "text", text, "before", last));
    }
    html.close();
    sheet.endRegion();
    sheet.endSection();
  }

  /** The entries as a table, or a word that there are none. */
  public void table(List<AuditEntry> entries) {
    if (entries.isEmpty()) {
      sheet.empty(sheet.text("audit.none"));
      return;
    }
    sheet.table("audit", "at", "who", "kind", "subject", "change", "reason");
    entries.forEach(this::row);
    sheet.endTable();
  }

  private void row(AuditEntry entry) {
    sheet.row();
    sheet.figure("at", Figures.time(entry.at()));
    sheet.open("who").text(entry.actor().name()).text(" ");
    html.element("span", entry.actor().channel(), "class", "badge").close();
    String key = "audit.kind." + entry.kind();
    sheet.cell("kind", sheet.text(key).equals(key) ? entry.kind() : sheet.text(key));
    sheet.open("subject").element("strong", entry.subject()).close();
    sheet.open("change");
    if (entry.before().isPresent() || entry.after().isPresent()) {
      html.element("span", entry.before().orElse("–"), "class", "before").text(" → ");
      html.element("span", entry.after().orElse("–"), "class", "after");
    } else {
      html.text("–");
    }
    html.close();
    sheet.cell("reason", entry.reason().isEmpty() ? "–" : entry.reason());
    sheet.endRow();
  }
}
