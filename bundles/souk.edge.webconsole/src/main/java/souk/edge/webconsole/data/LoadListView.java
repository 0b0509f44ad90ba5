package souk.edge.webconsole.data;

import java.util.List;
import java.util.Locale;
import souk.data.api.LoadReport;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Sheet;
import souk.kernel.api.JobStatus;

/** Loads, newest first, and the one under way. */
final class LoadListView {
  private static final int SIZE = 20;

  private final Sheet sheet;

  LoadListView(Sheet sheet) {
    this.sheet = sheet;
  }

  void running(List<JobStatus> running) {
    sheet.region("running");
    for (JobStatus job : running) {
      sheet.html().open("p", "role", "status").text(sheet.text("data.running", job.id())).text(" ");
      String percent = String.format(Locale.ROOT, "%.0f %%", job.percent());
      sheet
          .html()
          .element(
              "progress",
              percent,
              "max",
              "100",
              "value",
              String.format(Locale.ROOT, "%.1f", job.percent()),
              "aria-label",
              percent);
      sheet.html().text(" " + percent + " " + job.message()).close();
    }
    sheet.endRegion();
  }

  void show(List<LoadReport> loads, String chosen, long from) {
    sheet.section("loads", sheet.text("data.loads"));
    if (loads.isEmpty()) {
      sheet.empty(sheet.text("data.loads.none"));
      sheet.endSection();
      return;
    }
    sheet.table("data", "load", "when", "source", "read", "loaded", "aside", "sum");
    loads.stream().skip(from).limit(SIZE).forEach(load -> row(load, load.loadId().equals(chosen)));
    sheet.endTable();
    sheet.endSection();
  }

  private void row(LoadReport load, boolean chosen) {
    sheet.row("class", chosen ? "primary" : "other");
    sheet.open("load");
    sheet.html().element("a", load.loadId(), "href", sheet.link("load", load.loadId()) + "#load");
    sheet.html().close();
    sheet.figure("when", Figures.time(load.startedAt()));
    sheet.cell("source", fileName(load.location()));
    sheet.figure("read", Figures.count(load.rowsRead()));
    sheet.figure("loaded", Figures.count(load.rowsLoaded()));
    sheet.figure("aside", Figures.count(load.rowsQuarantined()));
    sheet.figure("sum", Figures.amount(load.currency(), load.loadedTotal()));
    sheet.endRow();
  }

  static String fileName(String location) {
    return location.substring(Math.max(location.lastIndexOf('/'), location.lastIndexOf('\\')) + 1);
  }

  void form() {
    sheet.section("start", sheet.text("data.start"));
    sheet.html().open("details").element("summary", sheet.text("data.start.open"));
    sheet.html().element("p", sheet.text("data.start.intro"), "class", "intro");
    sheet.form();
    sheet.field(sheet.text("data.path"), "path", "", "required", "", "maxlength", "1000");
    sheet.html().open("label").text(sheet.text("data.mapping")).text(" ");
    sheet
        .html()
        .element(
            "textarea", "", "name", "mapping", "rows", "6", "required", "", "spellcheck", "false");
    sheet.html().close();
    sheet.reason();
    sheet.html().open("div", "class", "buttons");
    sheet.button(sheet.text("data.start.now"), "load");
    sheet.html().close();
    sheet.endForm();
    sheet.html().close();
    sheet.endSection();
  }
}
