package souk.edge.webconsole.customers;

import java.util.Locale;
import java.util.Optional;
import souk.customer.api.CustomerScore;
import souk.customer.api.CustomerSegment;
import souk.customer.api.ScoringRun;
import souk.customer.api.SegmentationRun;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Sheet;
import souk.model.Provenance;

/** One customer: what is known, from where and since when, and why it is believed. */
final class ProfileView {
  private final Sheet sheet;
  private final ScoringRun run;
  private final Optional<SegmentationRun> segments;

  ProfileView(Sheet sheet, ScoringRun run, Optional<SegmentationRun> segments) {
    this.sheet = sheet;
    this.run = run;
    this.segments = segments;
  }

  void show(CustomerScore score) {
    sheet.section("profile", sheet.text("customers.profile", score.customer().value()));
    sheet.html().open("dl");
    RunFacts.fact(sheet, "buys", CustomerWords.percent(score.buys()));
    RunFacts.fact(sheet, "churned", CustomerWords.percent(score.churned()));
    RunFacts.fact(
        sheet,
        "purchases",
        CustomerWords.figure(score.purchases())
            + " "
            + Figures.interval(score.purchasesInterval()));
    RunFacts.fact(sheet, "spend", CustomerWords.money(score.spend()));
    score
        .nextPurchaseDays()
        .ifPresent(
            days -> RunFacts.fact(sheet, "next", sheet.text("segments.days", Math.round(days))));
    sheet.html().close();
    sheet.html().element("h3", sheet.text("customers.reasons"));
    CustomerWords.reasons(sheet, score.reasons());
    attributes(score);
    sheet.endSection();
  }

  /** Each attribute with its source, its time and the purpose that it may be used for. */
  private void attributes(CustomerScore score) {
    sheet.html().element("h3", sheet.text("customers.attributes"));
    sheet.table("customers", "attribute", "value", "source", "since", "purpose");
    Provenance scored = run.forecast().provenance();
    attribute("buys", String.format(Locale.ROOT, "%.3f", score.buys()), run.strategy(), scored);
    attribute(
        "churned", String.format(Locale.ROOT, "%.3f", score.churned()), run.strategy(), scored);
    attribute("spend", CustomerWords.money(score.spend()), run.strategy(), scored);
    segments.ifPresent(
        s -> {
          String id = s.segmentation().memberships().get(score.customer());
          if (id != null) {
            attribute("segment", name(s, id), s.strategy(), s.segmentation().provenance());
          }
        });
    sheet.endTable();
    sheet.html().element("p", sheet.text("customers.purpose.none"), "class", "small");
  }

  private String name(SegmentationRun s, String id) {
    return s.segmentation().segments().stream()
        .filter(segment -> segment.id().equals(id))
        .findFirst()
        .map((CustomerSegment segment) -> CustomerWords.segment(sheet, segment))
        .orElse(id);
  }

  private void attribute(String key, String value, String source, Provenance from) {
    sheet.row();
    sheet.cell("attribute", sheet.text("customers.attribute." + key));
    sheet.cell("value", value);
    sheet.cell("source", source);
    sheet.when("since").text(Figures.time(from.createdAt())).close();
    sheet.cell("purpose", sheet.text("customers.purpose.unknown"));
    sheet.endRow();
  }
}
