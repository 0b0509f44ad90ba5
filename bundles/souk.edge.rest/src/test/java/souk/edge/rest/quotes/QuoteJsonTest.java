package souk.edge.rest.quotes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import souk.edge.rest.http.ProblemException;
import souk.edge.rest.json.Json;
import souk.kernel.api.StrategyRef;
import souk.model.DecisionId;
import souk.model.Money;
import souk.model.Reason;
import souk.model.Sku;
import souk.model.SnapshotId;
import souk.model.WaterfallStep;
import souk.offer.api.AppliedOffer;
import souk.offer.api.Benefit;
import souk.offer.api.DetailedQuote;
import souk.offer.api.LineTax;
import souk.offer.api.OfferFinding;
import souk.offer.api.Quote;
import souk.offer.api.QuoteLine;
import souk.offer.api.RejectedOffer;

/** What is written piece by piece is what the mapper would write; what is read likewise. */
class QuoteJsonTest {
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private static final List<Currency> CURRENCIES =
      List.of(
          Currency.getInstance("GBP"), Currency.getInstance("JPY"), Currency.getInstance("KWD"));

  private final SplittableRandom random = new SplittableRandom(640);
  private final Json json = new Json();
  private final CartReader reader = new CartReader(json);

  @Tag("slow")
  @Test
  void randomQuotesAreWrittenAsTheMapperWouldWriteThem() throws Exception {
    for (int n = 0; n < 3_000; n++) {
      DetailedQuote quote = quote(CURRENCIES.get(n % 3));
      ObjectNode expected = (ObjectNode) MAPPER.readTree(json.bytes(quote.quote()));
      expected.set("benefits", MAPPER.readTree(json.bytes(quote.benefits())));
      expected.set("taxes", MAPPER.readTree(json.bytes(quote.taxes())));
      expected.put("pricesIncludeTax", quote.pricesIncludeTax());
      expected.set("payable", MAPPER.readTree(json.bytes(quote.payable())));
      assertEquals(
          expected.toString(), MAPPER.readTree(QuoteWriter.answer(quote, false).body()).toString());
      expected.set("findings", MAPPER.readTree(json.bytes(quote.findings())));
      assertEquals(
          expected.toString(), MAPPER.readTree(QuoteWriter.answer(quote, true).body()).toString());
    }
  }

  @Test
  void theBytesOfTheQuoteProperAreThoseOfTheMapper() {
    Quote quote = quote(CURRENCIES.get(0)).quote();
    // The mapper escapes characters beyond the first plane; in UTF-8 both are the same text.
    String plain =
        new String(json.bytes(quote), StandardCharsets.UTF_8)
            .replace("\\uD83D\\uDE00", "\ud83d\ude00");
    String written =
        new String(
            QuoteWriter.answer(DetailedQuote.builder(quote).build(), false).body(),
            StandardCharsets.UTF_8);
    assertEquals(plain.substring(0, plain.length() - 1), written.substring(0, plain.length() - 1));
  }

  @Test
  void halfACharacterIsReplacedAndNeverBreaksTheAnswer() throws Exception {
    JsonBytes out =
        new JsonBytes(1).text("a\ud83d").raw(',').text("\ude00b").raw(',').text("\ud83d\ude00");
    JsonNode list = MAPPER.readTree("[" + new String(out.toBytes(), StandardCharsets.UTF_8) + "]");
    assertEquals("a\ufffd", list.get(0).asText());
    assertEquals("\ufffdb", list.get(1).asText());
    assertEquals("\ud83d\ude00", list.get(2).asText());
  }

  @Test
  void extremesOfNumbers() {
    for (long value :
        new long[] {0, 9, 10, -1, 99, -100, Long.MAX_VALUE, Long.MIN_VALUE, 1_000_000_007L}) {
      for (Currency currency : CURRENCIES) {
        Money money = Money.ofMinor(value, currency);
        assertEquals(
            new String(json.bytes(money), StandardCharsets.UTF_8),
            new String(new JsonBytes(1).money(money).toBytes(), StandardCharsets.UTF_8));
      }
    }
    for (String number :
        List.of("0", "1", "1.50", "1E+3", "0.000001", "-7", "123456789012345678901")) {
      BigDecimal value = new BigDecimal(number);
      assertEquals(
          value.toPlainString(),
          new String(new JsonBytes(1).number(value).toBytes(), StandardCharsets.UTF_8));
    }
  }

  /** The quick way and the strict way: same cart or same refusal, whatever was sent. */
  @Test
  void theQuickReaderTakesOnlyWhatTheStrictOneTakes() {
    byte[] good =
        ("{\"currency\":\"GBP\",\"channel\":\"web\",\"store\":\"s\",\"payment\":\"card\","
                + "\"customer\":\"17850\",\"coupons\":[\"C1\",\"C2\"],\"at\":\"2026-01-01T00:00:00Z\","
                + "\"lines\":[{\"sku\":\"A\",\"quantity\":2.50,\"lineId\":\"x\"},{\"sku\":\"B\"}]}")
            .getBytes(StandardCharsets.UTF_8);
    AskedCart asked = reader.read(good);
    assertEquals(Optional.of("s"), asked.cart().store());
    assertEquals(Optional.of("card"), asked.cart().payment());
    assertEquals("2", asked.cart().lines().get(1).lineId());
    assertEquals(new BigDecimal("2.50"), asked.cart().lines().get(0).quantity());
    assertEquals(Optional.of(Instant.parse("2026-01-01T00:00:00Z")), asked.at());
    // A blank in front of a number changes nothing and a null field sends it the strict way.
    String text = new String(good, StandardCharsets.UTF_8);
    String strict = text.substring(0, text.length() - 1) + ", \"channel\":\"web\"}";
    assertThrows(ProblemException.class, () -> reader.read(bytes(strict)));
    AskedCart slow = reader.read(bytes(text.replace("\"store\":\"s\"", "\"store\":null")));
    assertEquals(asked.cart().lines(), slow.cart().lines());
    assertEquals(asked.cart().coupons(), slow.cart().coupons());
    assertEquals(asked.at(), slow.at());
    assertEquals(Optional.empty(), slow.cart().store());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private DetailedQuote quote(Currency currency) {
    List<QuoteLine> lines = new ArrayList<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      lines.add(
          new QuoteLine(
              text(),
              new Sku("S" + i),
              BigDecimal.valueOf(random.nextLong(1, 100_000), random.nextInt(0, 4)),
              money(currency),
              money(currency),
              money(currency),
              money(currency),
              List.of(new WaterfallStep(text(), text(), money(currency)))));
    }
    Reason reason = new Reason(text(), text(), List.of(text(), text()));
    Quote quote =
        new Quote(
            new DecisionId("D-1"),
            new SnapshotId("S-1"),
            Instant.ofEpochMilli(random.nextLong(2_000_000_000_000L)),
            lines,
            money(currency),
            money(currency),
            money(currency),
            List.of(new AppliedOffer(text(), text(), money(currency))),
            List.of(new RejectedOffer(text(), text(), reason), new RejectedOffer("b", "c", reason)),
            List.of(reason),
            List.of(new StrategyRef("a", "b", "c")));
    return DetailedQuote.builder(quote)
        .benefits(
            List.of(
                new Benefit(
                    text(), Benefit.Kind.GIFT, Optional.of(new Sku("G")), new BigDecimal("2.5")),
                new Benefit(text(), Benefit.Kind.FREE_SHIPPING, Optional.empty(), BigDecimal.ONE)))
        .taxes(
            List.of(new LineTax("1", new BigDecimal("5.50"), money(currency))),
            random.nextBoolean())
        .findings(
            List.of(
                new OfferFinding(
                    text(),
                    text(),
                    random.nextBoolean(),
                    List.of(
                        new OfferFinding.Check(text(), Optional.of(reason)),
                        new OfferFinding.Check(text(), Optional.empty())),
                    random.nextBoolean() ? Optional.of(money(currency)) : Optional.empty(),
                    List.of(reason))))
        .build();
  }

  private Money money(Currency currency) {
    long amount = random.nextLong(-1_000_000, 1_000_000);
    return Money.ofMinor(random.nextInt(9) == 0 ? amount % 10 : amount, currency);
  }

  /** Texts with everything that must be escaped, and characters of one to four bytes. */
  private String text() {
    int[] odd = {
      '"', '\\', '/', '\b', '\n', '\r', '\t', '\f', 0, 1, 0x1f, 0x7f, 0xe9, 0x4f18, 0x1f600, 0x2028
    };
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.appendCodePoint(
          random.nextBoolean() ? random.nextInt('a', 'z') : odd[random.nextInt(odd.length)]);
    }
    return text.isEmpty() ? "x" : text.toString();
  }
}
