package souk.edge.webconsole.offers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import souk.edge.webconsole.html.Figures;
import souk.edge.webconsole.html.Sheet;
import souk.offer.api.Offer;
import souk.offer.api.PriceLayer;
import souk.offer.api.PriceLayers;
import souk.trust.api.OfferReview;
import souk.trust.api.Review;
import souk.trust.api.ReviewState;

/** Changes that people decide on, price layers in force, and the form for new ones. */
final class ShopView {
  private static final String EXAMPLE =
      """
      {"version": 1, "currency": "GBP", "offers": [],
       "articles": {"A100": {"categories": ["kitchen"], "brand": "Potter"}},
       "priceLayers": [{"id": "gold", "audience": ["level:gold"],
         "window": {"from": "2026-12-01T00:00:00Z", "until": "2027-01-01T00:00:00Z"},
         "prices": {"A100": {"price": "7.50", "floor": "5.00"}}}]}""";

  private final Sheet sheet;

  ShopView(Sheet sheet) {
    this.sheet = sheet;
  }

  /** Those that are open; others are in the history of each offer. */
  void reviews(List<OfferReview> latest) {
    List<OfferReview> open =
        latest.stream()
            .filter(
                r ->
                    Set.of(ReviewState.PROPOSED, ReviewState.APPROVED, ReviewState.BLOCKED)
                        .contains(r.state()))
            .toList();
    sheet.section("reviews", sheet.text("offers.reviews") + " (" + open.size() + ")");
    if (open.isEmpty()) {
      sheet.empty(sheet.text("offers.reviews.none"));
    } else {
      sheet.table("reviews", "review", "what", "said", "change");
      open.forEach(this::review);
      sheet.endTable();
    }
    sheet.endSection();
  }

  private void review(OfferReview review) {
    sheet.row();
    sheet.open("review");
    sheet.html().element("strong", review.id()).single("br");
    String state = review.state().name().toLowerCase(Locale.ROOT);
    sheet.html().element("span", sheet.text("reviews.state." + state), "class", "badge " + state);
    for (Review.Step step : review.steps()) {
      String told = Figures.time(step.at()) + " " + step.actor() + ": " + step.reason();
      sheet.html().element("div", told, "class", "small");
    }
    sheet.html().close();
    sheet.open("what");
    what(review).forEach(text -> sheet.html().element("div", text));
    sheet.html().close();
    sheet.open("said");
    Figures.reasons(sheet.html(), review.assessment().findings());
    Figures.reasons(sheet.html(), review.assessment().secondPerson());
    Figures.reasons(
        sheet.html(),
        review.assessment().verdict().violations().stream().map(v -> v.reason()).toList());
    Figures.reasons(sheet.html(), review.assessment().conflicts().stream().limit(5).toList());
    sheet.html().close();
    sheet.open("change");
    sheet.html().open("details").element("summary", sheet.text("offers.change"));
    decisions(review)
        .forEach(
            action -> {
              sheet.form();
              sheet.hidden("review", review.id());
              sheet.reason();
              sheet.html().open("div", "class", "buttons");
              sheet.button(sheet.text("offers.action." + action), action);
              sheet.html().close();
              sheet.endForm();
            });
    sheet.html().close().close();
    sheet.endRow();
  }

  private static List<String> decisions(OfferReview review) {
    return review.state() == ReviewState.APPROVED
        ? List.of("publish", "reject")
        : List.of("approve", "reject");
  }

  private List<String> what(OfferReview review) {
    List<String> parts = new ArrayList<>();
    review.offers().stream().map(Offer::id).limit(10).forEach(parts::add);
    if (review.offers().size() > 10) {
      parts.add(sheet.text("offers.reviews.offers", review.offers().size()));
    }
    review.ends().stream()
        .limit(10)
        .forEach(id -> parts.add(sheet.text("offers.reviews.ends", id)));
    review
        .layers()
        .ifPresent(
            all -> {
              List<String> ids = all.layers().stream().map(PriceLayer::id).limit(10).toList();
              parts.add(
                  sheet.text("offers.reviews.layers", all.layers().size(), String.join(", ", ids)));
            });
    if (!review.articles().isEmpty()) {
      parts.add(sheet.text("offers.reviews.articles", review.articles().size()));
    }
    return parts;
  }

  void layers(PriceLayers published) {
    sheet.section("layers", sheet.text("offers.layers"));
    if (published.layers().isEmpty()) {
      sheet.empty(sheet.text("offers.layers.none"));
    } else {
      sheet.table("layers", "layer", "priority", "window", "for", "articles");
      published.layers().forEach(this::layer);
      sheet.endTable();
    }
    sheet.html().open("details", "id", "shop");
    sheet.html().element("summary", sheet.text("offers.shop"));
    sheet.html().element("p", sheet.text("offers.shop.hint"));
    sheet.form();
    sheet.html().open("label").text(sheet.text("offers.shop.document")).text(" ");
    sheet
        .html()
        .open("textarea", "name", "document", "rows", "8", "required", "", "placeholder", EXAMPLE)
        .close();
    sheet.html().close();
    sheet.reason();
    sheet.html().open("div", "class", "buttons");
    sheet.button(sheet.text("offers.action.submit"), "submit");
    sheet.html().close();
    sheet.endForm();
    sheet.html().close();
    sheet.endSection();
  }

  private void layer(PriceLayer layer) {
    sheet.row();
    sheet.open("layer");
    sheet.html().element("strong", layer.id()).close();
    sheet.figure("priority", layer.priority());
    sheet.when("window").text(Figures.time(layer.window().from())).single("br");
    sheet.html().text(sheet.text("offers.until", Figures.time(layer.window().until()))).close();
    Set<String> limits = new TreeSet<>(layer.audience());
    limits.addAll(layer.stores());
    limits.addAll(layer.channels());
    sheet.cell(
        "for", limits.isEmpty() ? sheet.text("offers.layers.all") : String.join(", ", limits));
    sheet.figure("articles", Figures.count(layer.prices().size()));
    sheet.endRow();
  }
}
