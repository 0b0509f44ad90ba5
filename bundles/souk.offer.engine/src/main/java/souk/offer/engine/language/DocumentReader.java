package souk.offer.engine.language;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import souk.offer.api.ArticleBook;
import souk.offer.api.Offer;
import souk.offer.api.OfferBook;
import souk.offer.api.OfferDocument;
import souk.offer.api.OfferReading;
import souk.offer.api.OfferSurroundings;
import souk.offer.api.PriceBook;
import souk.offer.api.PriceLayers;
import souk.offer.api.ShopTerms;

/** Reads one text. */
final class DocumentReader {
  private final Schema schema;
  private final OtherKinds others;
  private final OfferSurroundings around;
  private final Problems problems = new Problems();
  private final SchemaWalk walk;

  DocumentReader(Schema schema, OtherKinds others, OfferSurroundings around) {
    this.schema = schema;
    this.others = others;
    this.around = around;
    this.walk = new SchemaWalk(schema, others, problems);
  }

  OfferReading read(byte[] json) {
    Optional<OfferDocument> document =
        JsonText.read(json, problems).flatMap(node -> document(Sheet.of(node)));
    return new OfferReading(
        problems.errors() == 0 ? document : Optional.empty(), problems.listed(), problems.more());
  }

  private Optional<OfferDocument> document(Sheet sheet) {
    if (sheet.document().isPresent()) {
      walk.document(sheet.document().get());
    } else {
      sheet.offers().forEach(offer -> walk.offer(offer.node(), offer.path()));
    }
    ids(sheet.offers());
    Currency currency = currency(sheet).orElse(null);
    if (currency == null) {
      return Optional.empty();
    }
    Amounts amounts = new Amounts(currency, problems);
    KnownNames names = new KnownNames(around, problems);
    Times times = new Times(problems);
    ShopParts parts = new ShopParts(amounts, times, walk, problems);
    Node.Table table = sheet.document().orElse(new Node.Table(1, 1, Map.of()));
    Optional<ShopTerms> terms = parts.terms(table);
    Optional<PriceBook> prices = parts.prices(table);
    Optional<ArticleBook> articles = parts.articles(table);
    Optional<ZoneId> zone =
        terms.isPresent()
            ? parts.zone(table)
            : around.terms().map(shop -> shop.zone(Optional.empty()));
    Optional<PriceLayers> layers = parts.layers(table, zone);
    prices.ifPresent(names::prices);
    articles.ifPresent(names::articles);
    ParameterReader parameters = new ParameterReader(schema, amounts, names, problems);
    OfferReader reader =
        new OfferReader(schema, others, parameters, amounts, times, zone, problems);
    List<Offer> offers = new ArrayList<>();
    for (Sheet.Placed placed : sheet.offers()) {
      if (!walk.unfit(placed.node()) && placed.node() instanceof Node.Table offer) {
        reader.read(offer, placed.path()).ifPresent(offers::add);
      }
    }
    if (problems.errors() > 0) {
      return Optional.empty();
    }
    OfferDocument.Builder document = OfferDocument.builder(currency, new OfferBook(offers));
    terms.ifPresent(document::terms);
    prices.ifPresent(document::prices);
    articles.ifPresent(document::articles);
    layers.ifPresent(document::priceLayers);
    return Optional.of(document.build());
  }

  private void ids(List<Sheet.Placed> offers) {
    Map<String, Sheet.Placed> seen = new HashMap<>();
    for (Sheet.Placed placed : offers) {
      if (placed.node() instanceof Node.Table offer
          && offer.has("id")
          && offer.value("id") instanceof Node.Text id) {
        Sheet.Placed first = seen.putIfAbsent(id.value(), placed);
        if (first != null) {
          problems.error(
              id,
              placed.path().to("id"),
              "offer.duplicate-id",
              "The id %s is taken by the offer at %s, line %d."
                  .formatted(Words.quoted(id.value()), first.path(), first.node().line()),
              Words.quoted(id.value()),
              first.node().line());
        }
      }
    }
  }

  private Optional<Currency> currency(Sheet sheet) {
    if (sheet.document().isEmpty()) {
      if (around.currency().isEmpty() && problems.errors() == 0) {
        problems.error(
            1,
            1,
            Path.ROOT,
            "offer.currency",
            "It is not known which currency the amounts are in.\nMaybe the offers belong into a document: {\"version\": 1, \"currency\": \"GBP\", \"offers\": [ … ]}.");
      }
      return around.currency();
    }
    Node.Member given = sheet.document().get().members().get("currency");
    if (given == null || !(given.value() instanceof Node.Text code) || walk.unfit(code)) {
      return Optional.empty();
    }
    try {
      Currency currency = Currency.getInstance(code.value());
      if (around.prices().isPresent() && !around.prices().get().currency().equals(currency)) {
        problems.error(
            code,
            Path.ROOT.to("currency"),
            "offer.currency",
            "The document is in %s, but prices are published in %s."
                .formatted(code.value(), around.prices().get().currency().getCurrencyCode()),
            code.value());
      }
      return Optional.of(currency);
    } catch (IllegalArgumentException unknown) {
      TreeSet<String> known = new TreeSet<>();
      Currency.getAvailableCurrencies().forEach(one -> known.add(one.getCurrencyCode()));
      problems.error(
          code,
          Path.ROOT.to("currency"),
          "offer.currency",
          "There is no currency %s.%s"
              .formatted(
                  code.value(),
                  code.value().equals("RMB")
                      ? "\nMaybe CNY was meant."
                      : Words.maybe(code.value(), known)),
          code.value());
      return Optional.empty();
    }
  }
}
