package souk.offer.engine.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import souk.model.Money;
import souk.model.Sku;
import souk.offer.api.ArticleBook;
import souk.offer.api.ArticleFacts;
import souk.offer.api.BookPrice;
import souk.offer.api.OfferProblem;
import souk.offer.api.OfferReading;
import souk.offer.api.OfferSurroundings;
import souk.offer.api.PriceBook;

class ExplanationsTest {
  private static final String PARAMETERS = "/offers/0/effect/parameters";

  @Test
  void aTypingMistakeIsShownWithItsPlaceAndWhatWasMeant() {
    OfferReading reading = Texts.read(Texts.effect("percentage", "\"percnt\": 10"));
    OfferProblem unknown = reading.problems().get(1);
    assertEquals("language.unknown-member", unknown.reason().code());
    assertEquals(PARAMETERS + "/percnt", unknown.pointer());
    assertEquals(3, unknown.line());
    assertEquals(52, unknown.column());
    assertEquals(
        "Kind percentage does not know percnt; it knows percent, skus, categories, brands.\n"
            + "Maybe percent was meant.",
        unknown.reason().text());
    assertEquals("language.missing", reading.problems().get(0).reason().code());
  }

  @Test
  void anUnknownKindIsRefusedByNameWithAllKnownOnes() {
    says(Texts.effect("percentige", ""), "offer.unknown-kind", "percentige", "Maybe percentage");
    says(Texts.effect("weekday", ""), "offer.unknown-kind", "wrong place");
    says(Texts.condition("bogof", ""), "offer.unknown-kind", "moon-phase", "not installed");
    says(Texts.offer("\"effect\": {}"), "offer.unknown-kind", "An effect needs a kind", "bundle");
  }

  @Test
  void kindsOfOtherBundlesAreCheckedByThem() {
    assertTrue(Texts.read(Texts.condition("moon-phase", "\"phase\": \"full\"")).accepted());
    says(Texts.condition("moon-phase", ""), "offer.parameter", "needs a phase");
  }

  @Test
  void valuesThatDoNotFitComeWithAHint() {
    says(
        Texts.effect("percentage", "\"percent\": \"10\""),
        "language.type",
        "Maybe without quotes: 10");
    says(Texts.effect("percentage", "\"percent\": \"10%\""), "language.type", "without %");
    says(Texts.effect("percentage", "\"percent\": 120"), "language.value", "less than 100", "120");
    says(Texts.effect("percentage", "\"percent\": -10"), "language.value", "Maybe 10");
    says(Texts.effect("percentage", "\"percent\": 5, \"skus\": \"A\""), "language.type", "[\"A\"]");
    says(
        Texts.effect("percentage", "\"percent\": 5, \"skus\": []"),
        "language.value",
        "leave it out");
    says(
        Texts.effect("percentage", "\"percent\": 5, \"skus\": [\"A\", \"A\"]"),
        "language.repeated",
        "\"A\" twice");
    says(
        Texts.effect("amount-off", "\"amountMinor\": 12.50"),
        "language.type",
        "\"amount\": \"12.5\"");
    says(
        Texts.effect("amount-off", "\"amount\": 12.50"),
        "language.type",
        "\"amount\": \"12.5\"",
        "amountMinor");
    says(Texts.effect("amount-off", "\"amount\": \"£12.50\""), "language.value", "Maybe \"12.50\"");
    says(
        Texts.effect("amount-off", "\"amount\": \"5\", \"per\": \"lines\""),
        "language.value",
        "order, line, unit",
        "Maybe line");
    says(
        Texts.effect("amount-off", "\"amount\": \"5\", \"amountMinor\": 500"),
        "language.too-many",
        "exactly one of amountMinor, amount");
    says(Texts.effect("amount-off", ""), "language.missing", "exactly one of amountMinor, amount");
    says(
        Texts.effect("threshold", "\"threshold\": \"5\", \"amountOff\": \"30\""),
        "offer.amount-order",
        "exchanged");
    says(
        Texts.effect("threshold", "\"tiers\": [{\"threshold\": \"5\", \"amountOff\": \"5\"}]"),
        "offer.amount-order");
    says(Texts.condition("weekday", "\"days\": [\"Monday\"]"), "language.value", "Maybe monday");
    says(
        Texts.condition("time-of-day", "\"from\": \"9:00\", \"until\": \"17:00\""),
        "language.value",
        "09:30");
    says(Texts.offer("\"effect\": null"), "language.type", "leave it out");
    says(
        "{\"version\": 2, \"currency\": \"GBP\", \"offers\": []}",
        "language.value",
        "must be 1",
        "2");
    says("{\"version\": 1, \"currency\": \"RMB\", \"offers\": []}", "offer.currency", "CNY");
    says("{\"version\": 1, \"currency\": \"GPB\", \"offers\": []}", "offer.currency", "GBP");
    says(
        "{\"version\": 1, \"curency\": \"GBP\", \"offers\": []}",
        "language.missing",
        "language.unknown-member");
    says(
        "{\"version\": 1, \"currency\": \"GBP\", \"offers\": [], \"prices\": {\"A\": {\"price\": \"1\"}}}",
        "language.missing",
        "never taken as zero");
    says(
        "{\"version\": 1, \"currency\": \"GBP\", \"offers\": [], \"prices\": {\"A\": {\"price\": \"1\", \"floor\": \"2\"}}}",
        "price.below-floor",
        "exchanged");
    says("7", "language.type", "an object");
  }

  @Test
  void minorUnitsThatLookLikeMajorOnesAreDoubted() {
    OfferReading reading = Texts.read(Texts.effect("amount-off", "\"amountMinor\": 5"));
    OfferProblem doubt = Texts.only(reading);
    assertTrue(reading.accepted());
    assertEquals(OfferProblem.Severity.WARNING, doubt.severity());
    assertEquals("offer.units", doubt.reason().code());
    assertTrue(doubt.reason().text().contains("GBP 0.05"), doubt.toString());
    assertTrue(doubt.reason().text().contains("\"amount\": \"5\""), doubt.toString());
    assertTrue(
        Texts.read(Texts.effect("amount-off", "\"amountMinor\": 5").replace("GBP", "JPY"))
            .problems()
            .isEmpty());
    assertEquals(
        "offer.small-percent",
        Texts.only(Texts.read(Texts.effect("percentage", "\"percent\": 0.1"))).reason().code());
  }

  @Test
  void windowsAreChecked() {
    window(
        "\"from\": \"2026-04-01T00:00:00Z\", \"until\": \"2026-03-01T00:00:00Z\"",
        "offer.window-backwards",
        "exchanged");
    window(
        "\"from\": \"2026-04-01T00:00:00Z\", \"until\": \"2026-04-01T01:00:00+01:00\"",
        "offer.empty-window",
        "never holds");
    window(
        "\"from\": \"2026-04-01T00:00\", \"until\": \"2026-05-01T00:00Z\"",
        "offer.no-zone",
        "2026-04-01T00:00Z");
    window(
        "\"from\": \"2026-04-01\", \"until\": \"2026-05-01T00:00Z\"",
        "language.value",
        "2026-04-01T00:00");
    window(
        "\"from\": \"2026-02-29T00:00Z\", \"until\": \"2026-05-01T00:00Z\"",
        "offer.time",
        "fewer days");
    window(
        "\"from\": \"2026-04-01T00:00\", \"until\": \"2026-05-01T00:00\", \"zone\": \"Europe/Berln\"",
        "offer.zone",
        "Maybe Europe/Berlin");
    window(
        "\"from\": \"2026-03-29T02:30\", \"until\": \"2026-05-01T00:00\", \"zone\": \"Europe/Berlin\"",
        "offer.time-gap",
        "does not exist",
        "Maybe 2026-03-29T03:00");
    window("\"from\": \"2026-04-01T00:00Z\"", "language.missing", "until");
  }

  @Test
  void aTimeThatComesTwiceIsTakenSoThatTheWindowHoldsLonger() {
    OfferReading reading =
        Texts.read(
            windowed(
                "\"from\": \"2026-10-25T02:30\", \"until\": \"2027-10-31T02:30\", \"zone\": \"Europe/Berlin\""));
    assertEquals(2, reading.problems().size());
    assertEquals("offer.time-twice", reading.problems().get(0).reason().code());
    assertEquals(
        "2026-10-25T00:30:00Z",
        reading.document().get().offers().offers().get(0).window().from().toString());
    assertEquals(
        "2027-10-31T01:30:00Z",
        reading.document().get().offers().offers().get(0).window().until().toString());
  }

  @Test
  void sharesLimitsAndIdsAreChecked() {
    String effect = "\"effect\": {\"kind\": \"free-shipping\"}, ";
    says(
        Texts.offer(
            effect
                + "\"funding\": [{\"supplier\": \"a\", \"share\": 0.6}, {\"supplier\": \"b\", \"share\": 0.6}]"),
        "offer.funding",
        "1.2");
    says(
        Texts.offer(effect + "\"funding\": [{\"supplier\": \"a\", \"share\": 50}]"),
        "language.value",
        "percent: 0.5");
    says(Texts.offer(effect + "\"limits\": {\"total\": 0}"), "language.value", "leave it out");
    says(
        Texts.offer(effect + "\"limits\": {\"perOrder\": 2}"),
        "offer.does-not-repeat",
        "perCustomer");
    says(
        Texts.offer(effect + "\"limits\": {\"budget\": \"5\", \"budgetMinor\": 500}"),
        "language.too-many");
    String twice = "[%s, %s]".formatted("{\"id\": \"A\"}", "{\"id\": \"A\"}");
    assertTrue(
        Texts.said(Texts.read(twice)).stream().anyMatch(s -> s.contains("offer.duplicate-id")));
  }

  @Test
  void unknownArticlesCategoriesBrandsAndBatchesAreDoubted() {
    Currency pounds = Currency.getInstance("GBP");
    OfferSurroundings around =
        OfferSurroundings.builder()
            .prices(
                new PriceBook(
                    pounds,
                    Map.of(
                        new Sku("TEAPOT"),
                        new BookPrice(Money.ofMinor(2, pounds), Money.ofMinor(1, pounds)))))
            .articles(
                new ArticleBook(
                    Map.of(
                        new Sku("TEAPOT"),
                        ArticleFacts.builder()
                            .categories(List.of("kitchen"))
                            .brand("Brewer")
                            .taxPercent(BigDecimal.ONE)
                            .build())))
            .batches(Set.of("B-1"))
            .build();
    doubted(
        around,
        Texts.effect("percentage", "\"percent\": 5, \"skus\": [\"TEAPOTT\"]"),
        "offer.unknown-sku",
        "Maybe TEAPOT");
    doubted(
        around,
        Texts.condition("category", "\"categories\": [\"kitchn\"]"),
        "offer.unknown-category",
        "Maybe kitchen");
    doubted(
        around,
        Texts.condition("brand", "\"brands\": [\"Bewer\"]"),
        "offer.unknown-brand",
        "Maybe Brewer");
    doubted(
        around,
        Texts.condition("coupon", "\"batch\": \"B-2\""),
        "offer.unknown-batch",
        "Maybe B-1");
    assertTrue(Texts.read(Texts.condition("coupon", "\"batch\": \"B-2\"")).problems().isEmpty());
  }

  @Test
  void allProblemsAreToldAtOnceAndTooManyAreCounted() {
    StringBuilder offers = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      offers.append(i == 0 ? "" : ",\n").append("{\"id\": \"").append(i).append("\", \"nam\": 1}");
    }
    OfferReading reading =
        Texts.read("{\"version\": 1, \"currency\": \"GBP\", \"offers\": [" + offers + "]}");
    assertFalse(reading.accepted());
    assertEquals(Problems.LISTED, reading.problems().size());
    assertEquals(500 * 4 - Problems.LISTED, reading.more());
    assertTrue(reading.problems().get(99).line() > reading.problems().get(0).line());
  }

  private static void doubted(OfferSurroundings around, String json, String code, String hint) {
    OfferReading reading = Texts.LANGUAGE.read(json.getBytes(StandardCharsets.UTF_8), around);
    assertTrue(reading.accepted());
    assertEquals(code, Texts.only(reading).reason().code());
    assertTrue(Texts.only(reading).reason().text().contains(hint), Texts.said(reading).toString());
  }

  private static String windowed(String window) {
    return "{\"version\": 1, \"currency\": \"GBP\", \"offers\": [{\"id\": \"A\", \"name\": \"a\", \"window\": {%s}, \"effect\": {\"kind\": \"free-shipping\"}}]}"
        .formatted(window);
  }

  private static void window(String window, String... fragments) {
    says(windowed(window), fragments);
  }

  private static void says(String json, String... fragments) {
    OfferReading reading = Texts.read(json);
    String all = String.join("\n", Texts.said(reading));
    assertFalse(reading.problems().isEmpty(), json);
    for (String fragment : fragments) {
      assertTrue(all.contains(fragment), fragment + " is not in\n" + all);
    }
  }
}
