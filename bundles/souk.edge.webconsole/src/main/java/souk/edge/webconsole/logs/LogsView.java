package souk.edge.webconsole.logs;

import java.util.List;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Sheet;

/** The end of the log and the levels as HTML. */
final class LogsView {
  private final Sheet sheet;
  private final Html html;

  LogsView(Sheet sheet) {
    this.sheet = sheet;
    this.html = sheet.html();
  }

  void filter(String level, String logger, String text) {
    sheet.title("logs");
    sheet.question("");
    html.open("div", "class", "fields");
    sheet.choice(sheet.text("logs.level-from"), "level", level, "", LogLine.LEVELS);
    sheet.field(sheet.text("logs.logger"), "logger", logger, "maxlength", "200");
    sheet.field(sheet.text("logs.text"), "text", text, "maxlength", "200");
    html.element("button", sheet.text("filter"), "type", "submit");
    html.close();
    sheet.endForm();
  }

  void lines(List<LogLine> lines) {
    sheet.section("lines", sheet.text("logs.newest"));
    sheet.region("lines");
    if (lines.isEmpty()) {
      sheet.empty(sheet.text("logs.none"));
    } else {
      html.open("ol", "class", "log", "tabindex", "0", "aria-labelledby", "lines", "reversed", "");
      lines.forEach(this::line);
      html.close();
    }
    sheet.endRegion();
    sheet.endSection();
  }

  private void line(LogLine line) {
    html.open("li", "class", "level-" + line.level().toLowerCase(java.util.Locale.ROOT));
    html.element("span", line.level(), "class", "level").text(" ");
    html.element("time", line.at().replace('T', ' '), "datetime", line.at()).text(" ");
    html.element("span", line.logger(), "class", "id", "title", line.thread()).text(" ");
    html.element("span", line.text(), "class", "message").close();
  }

  void levels(List<LogLevels.Entry> entries) {
    sheet.section("levels", sheet.text("logs.levels"));
    html.element("p", sheet.text("logs.levels.intro"), "class", "intro");
    sheet.table("logs", "logger", "level", "before", "change");
    entries.forEach(this::level);
    sheet.endTable();
    html.element("h3", sheet.text("logs.another"));
    sheet.form();
    sheet.field(
        sheet.text("logs.logger"),
        "logger",
        "",
        "required",
        "",
        "maxlength",
        "200",
        "placeholder",
        "souk.offer");
    change("INFO");
    sheet.endForm();
    sheet.endSection();
  }

  private void level(LogLevels.Entry entry) {
    sheet.row();
    sheet.open("logger").element("strong", entry.logger()).close();
    sheet.cell("level", shown(entry.level()));
    sheet.cell("before", entry.before().map(this::shown).orElse("–"));
    sheet.open("change").open("details").element("summary", sheet.text("strategies.change"));
    sheet.form();
    sheet.hidden("logger", entry.logger());
    change(entry.level());
    sheet.endForm();
    if (entry.before().isPresent()) {
      sheet.form();
      sheet.hidden("logger", entry.logger());
      sheet.reason();
      html.open("div", "class", "buttons");
      sheet.button(sheet.text("logs.reset", shown(entry.before().get())), "reset");
      html.close();
      sheet.endForm();
    }
    html.close().close();
    sheet.endRow();
  }

  private void change(String level) {
    sheet.choice(
        sheet.text("logs.column.level"),
        "level",
        level,
        "",
        List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "OFF"));
    sheet.reason();
    html.open("div", "class", "buttons");
    sheet.button(sheet.text("logs.set"), "set");
    html.close();
  }

  private String shown(String level) {
    return level.equals(LogLevels.INHERITED) ? sheet.text("logs.inherited") : level;
  }
}
