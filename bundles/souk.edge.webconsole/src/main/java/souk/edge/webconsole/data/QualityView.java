package souk.edge.webconsole.data;

import java.util.List;
import souk.data.api.QualityFinding;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Sheet;

/** How good the loaded data are. */
final class QualityView {
  private final Sheet sheet;

  QualityView(Sheet sheet) {
    this.sheet = sheet;
  }

  void show(List<QualityFinding> findings) {
    sheet.section("quality", sheet.text("data.quality"));
    if (findings.isEmpty()) {
      sheet.empty(sheet.text("data.quality.none"));
    } else {
      sheet.table("data", "severity", "finding", "rows", "share");
      findings.forEach(this::row);
      sheet.endTable();
    }
    sheet.endSection();
  }

  private void row(QualityFinding finding) {
    sheet.row();
    sheet.open("severity");
    sheet
        .html()
        .element(
            "span",
            sheet.text("data.severity." + finding.severity()),
            "class",
            "badge severity-" + finding.severity())
        .close();
    sheet.open("finding").text(finding.text().text()).text(" ");
    sheet.html().element("span", finding.rule(), "class", "id").close();
    sheet.figure("rows", Figures.count(finding.rows()));
    sheet.figure("share", Figures.percent(finding.share()));
    sheet.endRow();
  }
}
