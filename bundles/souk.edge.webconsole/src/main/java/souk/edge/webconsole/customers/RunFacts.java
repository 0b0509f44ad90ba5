package souk.edge.webconsole.customers;

import souk.customer.api.CustomerScore;
import souk.customer.api.ScoringRun;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Sheet;

/** What is said of all customers together. */
final class RunFacts {
  private RunFacts() {}

  static void show(Sheet sheet, ScoringRun run) {
    double buyers = run.forecast().scores().stream().mapToDouble(CustomerScore::buys).sum();
    Html html = sheet.html().open("dl");
    fact(sheet, "strategy", run.strategy());
    fact(sheet, "made", Figures.time(run.forecast().provenance().createdAt()));
    fact(sheet, "horizon", sheet.text("segments.days", run.forecast().horizonDays()));
    fact(sheet, "customers", Figures.count(run.forecast().scores().size()));
    fact(sheet, "buyers", Figures.count(Math.round(buyers)));
    String family = run.forecast().provenance().options().get("family");
    if (family != null) {
      fact(sheet, "family", family);
    }
    html.close();
    run.fallbackReason()
        .ifPresent(r -> html.element("p", sheet.text("customers.fallback", r), "class", "bad"));
  }

  static void fact(Sheet sheet, String key, String value) {
    sheet
        .html()
        .open("div")
        .element("dt", sheet.text("customers.fact." + key))
        .element("dd", value)
        .close();
  }
}
