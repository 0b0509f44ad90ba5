package souk.evidence.reporting.html;

import com.fasterxml.jackson.databind.JsonNode;

/** The report in ten figures. */
final class SummarySection {
  private SummarySection() {}

  static void write(Page page) {
    page.section(
        "summary",
        () -> {
          JsonNode shop = page.facts().path("shop");
          if (shop.isMissingNode()) {
            page.empty("empty.shop");
            return;
          }
          page.html().open("div", "class", "cards");
          shop(page, shop);
          forecasts(page);
          response(page);
          for (JsonNode plan : page.facts().path("plans")) {
            plan(page, plan);
          }
          for (JsonNode effect : page.facts().path("effects")) {
            if (effect.path("metric").asText().equals("profit")) {
              effect(page, effect);
            }
          }
          page.html().close("div");
          Assumptions.cost(page);
        });
  }

  private static void shop(Page page, JsonNode shop) {
    Figures f = page.figures();
    page.card(
        page.text("card.revenue"),
        f.roundMoney(shop.path("revenue")),
        page.text("card.period", shop.path("firstDay").asText(), shop.path("lastDay").asText()));
    page.card(
        page.text("card.orders"),
        f.number(shop.path("orders"), 0),
        page.text("card.lines", f.number(shop.path("lines"), 0)));
    page.card(
        page.text("card.customers"),
        f.number(shop.path("customers"), 0),
        page.text("card.articles", f.number(shop.path("items"), 0)));
  }

  private static void forecasts(Page page) {
    JsonNode best = page.facts().path("forecasts").path("backtest").path(0);
    if (best.isMissingNode()) {
      return;
    }
    page.card(
        page.text("card.forecast"),
        page.figures().percent(best.path("wape"), 1),
        page.text(
            "card.forecast.detail",
            best.path("strategy").asText(),
            page.figures().number(best.path("wapeRatio"), 2)));
  }

  private static void response(Page page) {
    JsonNode response = page.facts().path("response");
    if (response.isMissingNode()) {
      return;
    }
    double known = 1 - response.path("shareNotIdentified").asDouble();
    page.card(
        page.text("card.response"),
        page.figures().percent(known, 0),
        page.text(
            "card.response.detail",
            page.figures().number(response.path("items"), 0),
            page.figures().percent(response.path("shareNotIdentified"), 0)));
  }

  private static void plan(Page page, JsonNode plan) {
    boolean price = plan.path("kind").asText().equals("PRICE");
    double gain = plan.path("objective").asDouble() - plan.path("baseline").asDouble();
    page.card(
        page.text(price ? "card.prices" : "card.promotions", plan.path("id").asText()),
        page.figures().signedMoney(gain, 0),
        page.text(
            price ? "card.prices.detail" : "card.promotions.detail",
            page.figures().percent(plan.path("gap"), 2)));
  }

  private static void effect(Page page, JsonNode effect) {
    Figures f = page.figures();
    double treated = effect.path("treated").asDouble();
    page.html().open("div", "class", "card");
    page.html()
        .open("div", "class", "card-title")
        .text(page.text("card.effect", effect.path("planId").asText()) + " ");
    page.badge(effect.path("label").asText());
    page.html()
        .close("div")
        .element("div", f.signedMoney(effect.path("total").asDouble(), 0), "class", "card-value")
        .element(
            "div",
            page.text(
                "card.effect.detail",
                f.percent(effect.path("interval").path("level"), 0),
                f.money(effect.path("interval").path("low").asDouble() * treated, 0),
                f.money(effect.path("interval").path("high").asDouble() * treated, 0)),
            "class",
            "card-detail")
        .close("div");
  }
}
