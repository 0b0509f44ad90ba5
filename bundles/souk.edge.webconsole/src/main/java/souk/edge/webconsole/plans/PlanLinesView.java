package souk.edge.webconsole.plans;

import java.util.List;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Html;
import souk.edge.webconsole.html.Messages;
import souk.model.WaterfallStep;
import souk.plan.api.Plan;
import souk.plan.api.PriceLine;
import souk.plan.api.PromotionLine;
import souk.plan.api.PromotionType;

/** The lines of a plan: prices from and to, promotions; each with its reasons. */
final class PlanLinesView {
  private final Messages messages;
  private final Html html;

  PlanLinesView(Messages messages, Html html) {
    this.messages = messages;
    this.html = html;
  }

  void show(Plan plan) {
    List<PriceLine> changed = plan.priceLines().stream().filter(PriceLine::changed).toList();
    List<PriceLine> kept = plan.priceLines().stream().filter(line -> !line.changed()).toList();
    if (!plan.priceLines().isEmpty()) {
      html.element("h3", messages.text("plans.prices", changed.size(), kept.size()));
      prices(changed);
      if (!kept.isEmpty()) {
        html.open("details").element("summary", messages.text("plans.kept", kept.size()));
        prices(kept);
        html.close();
      }
    }
    if (!plan.promotionLines().isEmpty()) {
      html.element("h3", messages.text("plans.promotions", plan.promotionLines().size()));
      promotions(plan.promotionLines());
    }
    if (plan.priceLines().isEmpty() && plan.promotionLines().isEmpty()) {
      html.element("p", messages.text("plans.lines.none"), "class", "empty");
    }
  }

  private void prices(List<PriceLine> lines) {
    if (lines.isEmpty()) {
      html.element("p", messages.text("plans.prices.none"), "class", "empty");
      return;
    }
    head(List.of("article", "price", "change", "units", "profit", "why"));
    for (PriceLine line : lines) {
      html.open("tr");
      cell("article").element("strong", line.sku()).single("br").text(line.description());
      html.close();
      cell("price").text(line.current() + " → " + line.proposed());
      if (line.costAssumed()) {
        html.single("br");
        html.element(
            "span", messages.text("plans.cost-assumed", line.unitCost()), "class", "badge");
      }
      html.close();
      cell("change").text(change(line)).close();
      cell("units")
          .text(Figures.number(line.unitsNow()) + " → " + Figures.number(line.unitsThen()));
      html.close();
      cell("profit").text(line.profitNow() + " → " + line.profitThen()).single("br");
      html.element("span", Figures.interval(line.profitChange()), "class", "small").close();
      cell("why");
      why(line);
      html.close().close();
    }
    html.close().close();
  }

  private void why(PriceLine line) {
    html.open("details").element("summary", messages.text("plans.why"));
    html.element(
        "p",
        line.identified()
            ? messages.text("plans.elasticity", line.elasticity())
            : messages.text("plans.not-identified"));
    Figures.reasons(html, line.reasons());
    if (!line.waterfall().isEmpty()) {
      html.open("ol");
      for (WaterfallStep step : line.waterfall()) {
        html.element("li", step.text() + ": " + step.amount());
      }
      html.close();
    }
    html.close();
  }

  private void promotions(List<PromotionLine> lines) {
    head(List.of("promotion", "what", "segment", "gain", "cost", "why"));
    for (PromotionLine line : lines) {
      html.open("tr");
      cell("promotion").element("strong", line.name()).single("br").text(line.id()).close();
      cell("what").text(what(line)).close();
      cell("segment").text(line.segment()).close();
      cell("gain").text(line.incrementalProfit()).single("br");
      html.element("span", Figures.interval(line.profitInterval()), "class", "small").close();
      cell("cost").text(line.cost()).close();
      cell("why");
      html.open("details").element("summary", messages.text("plans.why"));
      Figures.reasons(html, line.reasons());
      html.close().close().close();
    }
    html.close().close();
  }

  private String what(PromotionLine line) {
    String articles =
        line.skus().isEmpty()
            ? messages.text("plans.all-articles")
            : messages.text("plans.articles", line.skus().size());
    return (line.type() == PromotionType.PERCENTAGE
            ? messages.text("plans.percent-off", line.percentOff().toPlainString())
            : messages.text("plans.amount-off", line.amountOff(), line.threshold()))
        + ", "
        + articles;
  }

  private static String change(PriceLine line) {
    long now = line.current().amountMinor();
    return now == 0
        ? "–"
        : Figures.signedPercent((line.proposed().amountMinor() - now) / (double) now);
  }

  private void head(List<String> columns) {
    html.open("table").open("thead").open("tr");
    for (String column : columns) {
      html.element("th", messages.text("line." + column), "scope", "col");
    }
    html.close().close().open("tbody");
  }

  private Html cell(String column) {
    return html.open("td", "data-label", messages.text("line." + column));
  }
}
