package souk.edge.webconsole.data;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import souk.data.api.LoadReport;
import souk.data.api.QuarantinedRow;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Sheet;

/** One load: totals that add up, reasons as bars, rows set aside. */
final class LoadView {
  static final int SIZE = 50;
  private static final int LONGEST_UNBROKEN = 24;

  private final Sheet sheet;

  LoadView(Sheet sheet) {
    this.sheet = sheet;
  }

  void show(LoadReport load) {
    sheet.section("load", sheet.text("data.load", load.loadId()));
    sheet.html().element("p", load.location(), "class", "id");
    totals(load);
    bars("data.reasons", "reason.", load.reasons(), load.rowsRead());
    bars("data.flags", "flag.", load.flags(), load.rowsRead());
    sheet.endSection();
  }

  private void totals(LoadReport load) {
    sheet.table("data", "what", "rows", "sum");
    total("read", load.rowsRead(), load, load.sourceTotal());
    total("loaded", load.rowsLoaded(), load, load.loadedTotal());
    total("unchanged", load.rowsUnchanged(), load, null);
    total("aside", load.rowsQuarantined(), load, load.quarantinedTotal());
    total("rounding", -1, load, load.roundingDifference());
    sheet.endTable();
    boolean rows =
        load.rowsRead() == load.rowsLoaded() + load.rowsUnchanged() + load.rowsQuarantined();
    boolean sums =
        load.sourceTotal()
                .compareTo(
                    load.loadedTotal().add(load.quarantinedTotal()).add(load.roundingDifference()))
            == 0;
    verdict(rows, "data.rows");
    verdict(sums, "data.sums");
    sheet
        .html()
        .element(
            "p",
            sheet.text(
                "data.took",
                Figures.duration(load.durationMillis()),
                Figures.count(load.identicalLines())),
            "class",
            "small");
  }

  private void total(
      String what, long rows, LoadReport load, @org.jspecify.annotations.Nullable BigDecimal sum) {
    sheet.row();
    sheet.cell("what", sheet.text("data.total." + what));
    sheet.figure("rows", rows < 0 ? "–" : Figures.count(rows));
    sheet.figure("sum", sum == null ? "–" : Figures.amount(load.currency(), sum));
    sheet.endRow();
  }

  private void verdict(boolean good, String key) {
    sheet
        .html()
        .element("p", sheet.text(key + (good ? ".good" : ".bad")), "class", good ? "good" : "bad");
  }

  private void bars(String heading, String prefix, Map<String, Long> counts, long all) {
    if (counts.isEmpty()) {
      return;
    }
    sheet.html().element("h3", sheet.text(heading));
    sheet.table("data", "reason", "rows", "share");
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(entry -> bar(prefix, entry.getKey(), entry.getValue(), all));
    sheet.endTable();
  }

  private void bar(String prefix, String code, long rows, long all) {
    double share = all == 0 ? 0 : (double) rows / all;
    String key = "data." + prefix + code;
    String known = sheet.text(key);
    sheet.row();
    sheet.open("reason").text(known.equals(key) ? code : known);
    if (!known.equals(key)) {
      sheet.html().text(" ").element("span", code, "class", "id");
    }
    sheet.html().close();
    sheet.figure("rows", Figures.count(rows));
    sheet.open("share");
    sheet
        .html()
        .element(
            "meter",
            Figures.percent(share),
            "min",
            "0",
            "max",
            "1",
            "value",
            Double.toString(share),
            "aria-label",
            Figures.percent(share));
    sheet.html().text(" " + Figures.percent(share)).close();
    sheet.endRow();
  }

  void quarantine(LoadReport load, List<QuarantinedRow> rows, long from) {
    sheet.section("quarantine", sheet.text("data.quarantine", load.rowsQuarantined()));
    if (rows.isEmpty()) {
      sheet.empty(sheet.text("data.quarantine.none"));
      sheet.endSection();
      return;
    }
    sheet
        .html()
        .open("p")
        .element(
            "a",
            sheet.text("data.quarantine.csv"),
            "href",
            sheet.address("/quarantine.csv", "load", load.loadId()),
            "download",
            "")
        .close();
    sheet.table("data", "line", "column", "value", "why", "raw");
    rows.forEach(this::row);
    sheet.endTable();
    sheet.pager(from, SIZE, load.rowsQuarantined() > from + SIZE, "load", load.loadId());
    sheet.endSection();
  }

  private void row(QuarantinedRow row) {
    sheet.row();
    sheet.figure("line", row.rowNumber());
    String column = row.column().isEmpty() ? sheet.text("data.whole-row") : row.column();
    if (column.length() <= LONGEST_UNBROKEN) {
      sheet.figure("column", column);
    } else {
      sheet.cell("column", column);
    }
    sheet.open("value").element("code", row.value()).close();
    sheet.open("why").text(row.reasonText()).text(" ");
    sheet.html().element("span", row.reasonCode(), "class", "id").close();
    sheet.open("raw").open("details").element("summary", sheet.text("data.raw"));
    sheet.html().element("pre", row.raw(), "tabindex", "0").close().close();
    sheet.endRow();
  }
}
