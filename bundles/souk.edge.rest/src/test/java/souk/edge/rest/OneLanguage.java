package souk.edge.rest;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import souk.model.Money;
import souk.model.Reason;
import souk.model.Sku;
import souk.model.Spec;
import souk.model.TimeRange;
import souk.offer.api.ArticleBook;
import souk.offer.api.ArticleFacts;
import souk.offer.api.BookPrice;
import souk.offer.api.Offer;
import souk.offer.api.OfferBook;
import souk.offer.api.OfferDocument;
import souk.offer.api.OfferLanguage;
import souk.offer.api.OfferProblem;
import souk.offer.api.OfferReading;
import souk.offer.api.OfferSurroundings;
import souk.offer.api.PriceLayer;
import souk.offer.api.PriceLayers;

/** A language of one form: a text with the ids of offers; everything else is wrong. */
final class OneLanguage implements OfferLanguage {
  int readings;

  static Offer offer(String id) {
    return Offer.builder(
            id,
            "Offer " + id,
            new TimeRange(Instant.EPOCH, Instant.EPOCH.plusSeconds(60)),
            new Spec("percentage", Map.of("percent", 10)))
        .build();
  }

  @Override
  public String schema() {
    return "{\"title\":\"Offers\"}";
  }

  @Override
  public OfferReading read(byte[] json, OfferSurroundings around) {
    readings++;
    String text = new String(json, StandardCharsets.UTF_8);
    if (!text.matches("\"[A-Z,]+\"")) {
      return new OfferReading(
          Optional.empty(),
          List.of(
              new OfferProblem(
                  OfferProblem.Severity.ERROR,
                  "/effect",
                  1,
                  2,
                  Reason.of("offer.unreadable", "Not so.", text.length()))),
          4);
    }
    if (text.equals("\"SHOP\"")) {
      return new OfferReading(Optional.of(shop()), List.of(), 0);
    }
    List<Offer> offers =
        Arrays.stream(text.substring(1, text.length() - 1).split(","))
            .map(OneLanguage::offer)
            .toList();
    return new OfferReading(
        Optional.of(
            OfferDocument.builder(Currency.getInstance("GBP"), new OfferBook(offers)).build()),
        List.of(),
        0);
  }

  /** Facts about an article and one price layer, and no offers. */
  private static OfferDocument shop() {
    Currency pounds = Currency.getInstance("GBP");
    Money price = Money.ofMinor(90, pounds);
    return OfferDocument.builder(pounds, new OfferBook(List.of()))
        .articles(
            new ArticleBook(
                Map.of(
                    new Sku("A"),
                    ArticleFacts.builder()
                        .categories(List.of("kitchen"))
                        .brand("Potter")
                        .taxPercent(new BigDecimal("20"))
                        .build())))
        .priceLayers(
            new PriceLayers(
                List.of(
                    new PriceLayer(
                        "gold",
                        3,
                        new TimeRange(Instant.EPOCH, Instant.EPOCH.plusSeconds(60)),
                        Set.of("level:gold"),
                        Set.of(),
                        Set.of("web"),
                        Map.of(new Sku("A"), new BookPrice(price, price))))))
        .build();
  }

  @Override
  public String write(OfferDocument document) {
    return "";
  }

  @Override
  public String write(Offer offer) {
    return offer.id();
  }
}
