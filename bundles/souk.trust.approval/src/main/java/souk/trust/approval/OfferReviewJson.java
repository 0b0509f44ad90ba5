package souk.trust.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import souk.model.Money;
import souk.offer.api.BookPrice;
import souk.offer.api.Offer;
import souk.offer.api.PriceLayer;
import souk.offer.api.PriceLayers;
import souk.trust.api.OfferAssessment;
import souk.trust.api.OfferImpact;
import souk.trust.api.OfferReview;
import souk.trust.api.ReviewState;

/** Reviews of offers as JSON, format 1, and back. */
final class OfferReviewJson {
  private OfferReviewJson() {}

  static ObjectNode write(OfferReview review, Json json) {
    ObjectNode node = json.object().put("format", 1);
    node.put("id", review.id());
    node.put("state", review.state().name());
    ArrayNode offers = node.putArray("offers");
    review.offers().forEach(offer -> OfferJson.write(offer, offers.addObject()));
    texts(review.ends(), node.putArray("ends"));
    review
        .layers()
        .ifPresent(
            layers -> {
              currency(layers).ifPresent(c -> node.put("currency", c.getCurrencyCode()));
              ShopJson.layers(layers, node.putArray("layers"));
            });
    ShopJson.facts(review.articles(), Set.of(), node.putArray("articles"));
    texts(new TreeSet<>(review.authors()), node.putArray("authors"));
    assessment(review.assessment(), node.putObject("assessment"));
    VerdictJson.steps(review.steps(), node.putArray("steps"));
    review.publicationId().ifPresent(id -> node.put("publicationId", id));
    return node;
  }

  private static Optional<Currency> currency(PriceLayers layers) {
    return layers.layers().stream()
        .map(PriceLayer::prices)
        .flatMap(prices -> prices.values().stream())
        .map(BookPrice::price)
        .map(Money::currency)
        .findFirst();
  }

  private static void assessment(OfferAssessment assessment, ObjectNode node) {
    VerdictJson.write(assessment.findings(), node.putArray("findings"));
    VerdictJson.write(assessment.conflicts(), node.putArray("conflicts"));
    VerdictJson.write(assessment.secondPerson(), node.putArray("secondPerson"));
    VerdictJson.write(assessment.verdict(), node);
    OfferImpact impact = assessment.impact();
    node.put("articlesTouched", impact.articlesTouched());
    node.put("articles", impact.articles());
    node.put("depthShare", impact.depthShare().toPlainString());
    impact
        .budget()
        .ifPresent(
            money ->
                node.putArray("budget")
                    .add(money.amountMinor())
                    .add(money.currency().getCurrencyCode()));
    node.put("budgetOpen", impact.budgetOpen());
  }

  static OfferReview read(JsonNode node) {
    if (node.required("format").intValue() != 1) {
      throw new IllegalStateException(
          "Review %s is kept in format %d, but this version reads format 1.%nMaybe a newer version wrote it."
              .formatted(node.path("id").asText(), node.required("format").intValue()));
    }
    List<Offer> offers = new ArrayList<>();
    node.required("offers").forEach(offer -> offers.add(OfferJson.read(offer)));
    return OfferReview.builder(
            node.required("id").textValue(),
            ReviewState.valueOf(node.required("state").textValue()),
            assessment(node.required("assessment")))
        .offers(offers)
        .ends(texts(node.required("ends")))
        .layers(layers(node))
        .articles(ShopJson.facts(node.required("articles"), new HashSet<>()))
        .authors(Set.copyOf(texts(node.required("authors"))))
        .steps(VerdictJson.steps(node.required("steps")))
        .publicationId(
            node.has("publicationId")
                ? Optional.of(node.required("publicationId").textValue())
                : Optional.empty())
        .build();
  }

  private static Optional<PriceLayers> layers(JsonNode node) {
    if (!node.has("layers")) {
      return Optional.empty();
    }
    return Optional.of(
        node.has("currency")
            ? ShopJson.layers(
                node.required("layers"),
                Currency.getInstance(node.required("currency").textValue()))
            : new PriceLayers(List.of()));
  }

  private static OfferAssessment assessment(JsonNode node) {
    Optional<Money> budget =
        node.has("budget")
            ? Optional.of(
                Money.ofMinor(
                    node.required("budget").required(0).longValue(),
                    Currency.getInstance(node.required("budget").required(1).textValue())))
            : Optional.empty();
    OfferImpact impact =
        OfferImpact.builder()
            .articles(
                node.required("articlesTouched").intValue(), node.required("articles").intValue())
            .depthShare(new BigDecimal(node.required("depthShare").textValue()))
            .budget(budget, node.required("budgetOpen").booleanValue())
            .build();
    return OfferAssessment.builder(VerdictJson.read(node), impact)
        .findings(VerdictJson.reasons(node.required("findings")))
        .conflicts(VerdictJson.reasons(node.required("conflicts")))
        .secondPerson(VerdictJson.reasons(node.required("secondPerson")))
        .build();
  }

  private static void texts(Iterable<String> texts, ArrayNode list) {
    texts.forEach(list::add);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.textValue()));
    return texts;
  }
}
