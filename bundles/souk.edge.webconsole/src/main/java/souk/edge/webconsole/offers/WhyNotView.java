package souk.edge.webconsole.offers;

import java.util.List;
import java.util.Optional;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Sheet;
import souk.model.Reason;
import souk.model.WaterfallStep;
import souk.offer.api.DetailedQuote;
import souk.offer.api.OfferFinding;
import souk.offer.api.Quote;
import souk.offer.api.QuoteLine;

/** A pasted cart: what it costs, and for every offer why it applies or does not. */
final class WhyNotView {
  private static final String EXAMPLE = "A100 2\nA101 1";

  private final Sheet sheet;
  private final ReasonWords words;

  WhyNotView(Sheet sheet, ReasonWords words) {
    this.sheet = sheet;
    this.words = words;
  }

  void show(Optional<Explained.Answer> answer) {
    sheet.section("why-not", sheet.text("offers.why-not"));
    sheet.html().element("p", sheet.text("offers.why-not.hint"));
    form(answer);
    answer.ifPresent(a -> answer(a.quote()));
    sheet.endSection();
  }

  private void form(Optional<Explained.Answer> answer) {
    sheet.form();
    sheet.html().open("label").text(sheet.text("offers.cart")).text(" ");
    sheet
        .html()
        .open("textarea", "name", "cart", "rows", "5", "required", "", "placeholder", EXAMPLE)
        .text(answer.map(Explained.Answer::cart).orElse(""))
        .close();
    sheet.html().close();
    sheet.html().open("div", "class", "fields");
    sheet.field(
        sheet.text("offers.audience"),
        "audience",
        answer.map(Explained.Answer::audience).orElse(""),
        "placeholder",
        "segment:champions level:gold");
    sheet.field(
        sheet.text("offers.at"),
        "at",
        answer.map(Explained.Answer::at).orElse(""),
        "placeholder",
        "2026-12-24T18:00:00Z");
    sheet.html().close();
    sheet.html().open("div", "class", "buttons");
    sheet.button(sheet.text("offers.explain"), "explain");
    sheet.html().close();
    sheet.endForm();
  }

  private void answer(DetailedQuote detailed) {
    Quote quote = detailed.quote();
    sheet.html().open("div", "class", "report", "id", "explained");
    sheet.html().open("dl");
    figure("offers.quote.gross", quote.gross());
    figure("offers.quote.discount", quote.discount());
    figure("offers.quote.payable", detailed.payable());
    figure("offers.quote.at", Figures.time(quote.at()));
    figure("offers.quote.snapshot", quote.snapshot().value());
    sheet.html().close();
    lines(quote.lines());
    Figures.reasons(sheet.html(), quote.notes());
    findings(detailed.findings());
    sheet.html().close();
  }

  private void figure(String key, Object value) {
    sheet.html().open("div").element("dt", sheet.text(key)).element("dd", value).close();
  }

  private void lines(List<QuoteLine> lines) {
    sheet.table("quote", "article", "quantity", "gross", "offers", "net");
    for (QuoteLine line : lines) {
      sheet.row();
      sheet.cell("article", line.sku());
      sheet.figure("quantity", line.quantity().toPlainString());
      sheet.figure("gross", line.gross());
      sheet.open("offers");
      List<WaterfallStep> steps = line.waterfall();
      if (steps.size() < 2) {
        sheet.html().text("–");
      }
      for (WaterfallStep step : steps.subList(Math.min(1, steps.size()), steps.size())) {
        sheet.html().element("div", step.text() + ": " + step.amount());
      }
      sheet.html().close();
      sheet.figure("net", line.net());
      sheet.endRow();
    }
    sheet.endTable();
  }

  private void findings(List<OfferFinding> findings) {
    if (findings.isEmpty()) {
      sheet.empty(sheet.text("offers.findings.none"));
      return;
    }
    sheet.table("finding", "offer", "applied", "why", "alone");
    for (OfferFinding finding : findings) {
      sheet.row();
      sheet.open("offer");
      sheet.html().element("strong", finding.name()).single("br");
      sheet.html().element("span", finding.offerId(), "class", "id").close();
      sheet.open("applied");
      sheet
          .html()
          .element(
              "span",
              sheet.text(finding.applied() ? "offers.applied" : "offers.not-applied"),
              "class",
              finding.applied() ? "badge done" : "badge");
      sheet.html().close();
      sheet.open("why");
      why(finding);
      sheet.html().close();
      sheet.figure("alone", finding.value().map(Object::toString).orElse("–"));
      sheet.endRow();
    }
    sheet.endTable();
  }

  private void why(OfferFinding finding) {
    for (OfferFinding.Check check : finding.conditions()) {
      String told = check.failure().map(words::say).orElse(sheet.text("offers.condition.holds"));
      sheet.html().element("div", (check.holds() ? "✓ " : "✗ ") + check.kind() + ": " + told);
    }
    for (Reason reason : finding.reasons()) {
      // The condition that failed is a reason too, but was told above.
      if (finding.conditions().stream().noneMatch(c -> c.failure().equals(Optional.of(reason)))) {
        sheet.html().element("div", words.say(reason));
      }
    }
    if (finding.conditions().isEmpty() && finding.reasons().isEmpty()) {
      sheet.html().text(sheet.text("offers.condition.none"));
    }
  }
}
