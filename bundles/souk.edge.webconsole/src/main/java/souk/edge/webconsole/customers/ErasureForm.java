package souk.edge.webconsole.customers;

import souk.data.api.ErasureReport;
import souk.data.api.Erasures;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Messages;
import souk.edge.webconsole.html.Sheet;
import souk.kernel.api.Actor;
import souk.kernel.api.Jobs;
import souk.model.CustomerKey;

/** Erases a customer for good, and shows what was erased before. */
final class ErasureForm {
  static final String ACTION = "erase";
  static final String KIND = "erasure";
  private static final int SHOWN = 5;

  private final Erasures erasures;
  private final Jobs jobs;

  ErasureForm(Erasures erasures, Jobs jobs) {
    this.erasures = erasures;
    this.jobs = jobs;
  }

  /**
   * @param asked customer who is shown, or empty
   */
  void show(Sheet sheet, String asked) {
    Html html = sheet.html();
    html.open("details", "class", "act");
    html.element("summary", sheet.text("customers.erase.act"));
    html.element("p", sheet.text("customers.erase.what"));
    sheet.form();
    sheet.field(sheet.text("customers.search"), "erased", asked, "autocomplete", "off");
    sheet.reason();
    html.open("label")
        .single("input", "type", "checkbox", "name", "confirm", "value", "yes", "required", "");
    html.text(sheet.text("customers.erase.confirm")).close();
    html.open("div", "class", "buttons");
    sheet.button(sheet.text("customers.erase.go"), ACTION);
    html.close();
    sheet.endForm();
    done(sheet);
    html.close();
  }

  private void done(Sheet sheet) {
    sheet.table("customers", "subject", "erasedAt", "entries", "archives");
    for (ErasureReport report : erasures.list(SHOWN)) {
      sheet.row();
      sheet.cell("subject", report.subject());
      sheet.when("erasedAt").text(Figures.time(report.at())).close();
      sheet.figure(
          "entries", Figures.count(report.parts().stream().mapToLong(p -> p.entries()).sum()));
      sheet.figure("archives", Figures.count(report.backups().size()));
      sheet.endRow();
    }
    sheet.endTable();
  }

  String start(String customer, String confirm, Actor actor, String reason, Messages messages) {
    if (!confirm.equals("yes")) {
      throw new IllegalArgumentException(messages.text("customers.erase.unconfirmed"));
    }
    CustomerKey key = new CustomerKey(customer);
    String job =
        jobs.submit(
                KIND,
                actor,
                progress ->
                    "{\"id\":\"" + erasures.erase(key, actor, reason, progress).id() + "\"}")
            .id();
    return messages.text("customers.started", job);
  }
}
