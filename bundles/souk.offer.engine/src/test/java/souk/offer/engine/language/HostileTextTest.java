package souk.offer.engine.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import souk.offer.api.OfferProblem;
import souk.offer.api.OfferReading;

class HostileTextTest {
  private static final String GOOD =
      Texts.offer(
          """
          "conditions": [{"kind": "coupon", "parameters": {"code": "TEA"}},
            {"kind": "weekday", "parameters": {"days": ["monday", "sunday"]}},
            {"kind": "cart-minimum", "parameters": {"amount": "20.00", "basis": "net"}}],
          "effect": {"kind": "threshold", "parameters": {"tiers": [{"threshold": "30.00", "amountOff": "4.00"}], "skus": ["A", "B"]}},
          "limits": {"total": 5, "budget": "100.00"}, "funding": [{"supplier": "Potter", "share": 0.5}],
          "names": {"zh": "满三十减四"}""");

  @Test
  void tooDeepTooLongTooLargeAreRefusedByName() {
    refused("[".repeat(100_000), "language.too-large", "deeply");
    refused("{\"a\":".repeat(100_000), "language.too-large", "deeply");
    refused("\"" + "x".repeat(10_000_000) + "\"", "language.too-large", "text is too long");
    refused("{\"" + "x".repeat(10_000) + "\": 1}", "language.too-large", "name");
    refused("[" + "9".repeat(10_000) + "]", "language.too-large", "digits");
    refused("[" + "1,".repeat(JsonText.VALUES) + "1]", "language.too-large", "values");
    assertEquals(
        "language.too-large", Texts.only(Texts.read(new byte[JsonText.BYTES + 1])).reason().code());
  }

  @Test
  void numbersThatAreNoneAreRefused() {
    refused(Texts.effect("percentage", "\"percent\": NaN"), "language.syntax", "NaN");
    refused(Texts.effect("percentage", "\"percent\": Infinity"), "language.syntax", "Infinity");
    refused(Texts.effect("percentage", "\"percent\": 1e400"), "language.number", "digits");
    refused(Texts.effect("percentage", "\"percent\": 1e-999999999"), "language.number", "percent");
    refused(Texts.effect("percentage", "\"percent\": 1e99999999999"), "language.number", "percent");
    refused(
        Texts.effect("amount-off", "\"amountMinor\": 9223372036854775808"),
        "language.value",
        "at most");
    assertTrue(Texts.read(Texts.effect("amount-off", "\"amountMinor\": 1.2e3")).accepted());
  }

  @Test
  void aNameThatStandsTwiceIsRefused() {
    OfferProblem twice =
        Texts.only(Texts.read(Texts.effect("percentage", "\"percent\": 5,\n\"percent\": 50")));
    assertEquals("language.duplicate", twice.reason().code());
    assertEquals("/offers/0/effect/parameters/percent", twice.pointer());
    assertEquals(4, twice.line());
    assertEquals(1, twice.column());
  }

  @Test
  void otherEncodingsAreRefused() {
    String text = GOOD;
    assertEquals("language.encoding", code(text.getBytes(StandardCharsets.UTF_16)));
    assertEquals("language.encoding", code(text.getBytes(StandardCharsets.UTF_16LE)));
    assertEquals("language.encoding", code(text.getBytes(Charset.forName("UTF-32"))));
    OfferProblem gbk = Texts.only(Texts.read(text.getBytes(Charset.forName("GBK"))));
    assertEquals("language.encoding", gbk.reason().code());
    assertEquals(text.substring(0, text.indexOf('满')).lines().count(), gbk.line());
    byte[] marked = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
    assertTrue(Texts.read(marked).accepted());
    assertTrue(Texts.read(text.getBytes(Charset.forName("UTF-8"))).accepted());
  }

  @Test
  void syntaxIsExplained() {
    refused("", "language.empty", "empty");
    refused("{\"version\": 1,}", "language.syntax", "comma too many");
    refused("{\"version\": 1 \"currency\": 2}", "language.syntax", "comma is missing");
    refused("{'version': 1}", "language.syntax", "single quotes");
    refused("{version: 1}", "language.syntax", "needs double quotes");
    refused("{“version”: 1}", "language.syntax", "typographic");
    refused("{\"version\"：1}", "language.syntax", "full-width");
    refused("{\"version\": 1", "language.syntax", "closing bracket");
    refused("{\"version\": 1} {}", "language.syntax", "follows");
    refused("// offers\n{}", "language.syntax", "comment");
  }

  @Test
  void messagesStayOnTheirLines() {
    OfferReading reading =
        Texts.read(Texts.effect("evil\\r\\n\\u0000kind", "\"x\\ny\": \"" + "z".repeat(900) + "\""));
    for (OfferProblem problem : reading.problems()) {
      for (String line : problem.reason().text().split("\n", -1)) {
        assertTrue(line.length() < 1000 && line.chars().noneMatch(c -> c < 32), problem.toString());
      }
    }
  }

  /** Whatever a text is changed to, it is read or refused with a place inside it. */
  @Tag("slow")
  @Test
  void mutatedTextsAreReadOrRefused() {
    int accepted = 0;
    int rounds = Boolean.getBoolean("souk.long") ? 200_000 : 4_000;
    byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
    assertTrue(Texts.read(good).accepted(), Texts.said(Texts.read(good)).toString());
    SplittableRandom random = new SplittableRandom(47);
    for (int n = 0; n < rounds; n++) {
      byte[] text = mutated(good, random);
      OfferReading reading = Texts.read(text);
      if (reading.accepted()) {
        accepted++;
        String once = Texts.LANGUAGE.write(reading.document().get());
        OfferReading again = Texts.read(once);
        assertTrue(again.accepted(), once);
        assertEquals(once, Texts.LANGUAGE.write(again.document().get()));
        continue;
      }
      assertFalse(reading.problems().isEmpty());
      assertTrue(reading.problems().size() <= Problems.LISTED);
      long lines = new String(text, StandardCharsets.UTF_8).lines().count() + 1;
      for (OfferProblem problem : reading.problems()) {
        assertTrue(problem.line() >= 1 && problem.line() <= lines, problem.toString());
        assertTrue(problem.column() >= 1, problem.toString());
        assertFalse(problem.reason().text().isBlank());
        assertTrue(problem.reason().text().length() < 4_000, problem.toString());
      }
    }
    assertTrue(accepted > rounds / 100, "accepted " + accepted);
  }

  private static final String[] PIECES = {
    "null",
    "-1",
    "0",
    "1e400",
    "1e-400",
    "\"\"",
    "[]",
    "{}",
    "true",
    "\"\\u0000\"",
    "[[[[]]]]",
    "\"12.505\"",
    "9223372036854775807",
    "\"kind\": \"sku\", ",
    "\"2026-02-30T00:00:00Z\"",
    "NaN",
    "\"percentage\"",
    "\"Europe/Berlin\"",
    "{\"decimal\": \"1e999999999\"}",
    "'",
    "\uFFFF",
    ","
  };

  private static byte[] mutated(byte[] good, SplittableRandom random) {
    byte[] text = good.clone();
    int times = random.nextInt(1, 4);
    for (int i = 0; i < times; i++) {
      int at = random.nextInt(text.length);
      int until = Math.min(text.length, at + random.nextInt(12));
      switch (random.nextInt(5)) {
        case 0 -> text[at] = (byte) random.nextInt(256);
        case 1 -> text = joined(text, at, new byte[0], until);
        case 2 -> text = joined(text, at, Arrays.copyOfRange(text, at, until), at);
        case 3 -> text[at] = (byte) ("0123456789\"{}[],: ".charAt(random.nextInt(18)));
        default -> text = valueReplaced(text, random);
      }
    }
    return text;
  }

  /** Puts another value where a quoted one stands. */
  private static byte[] valueReplaced(byte[] text, SplittableRandom random) {
    String all = new String(text, StandardCharsets.UTF_8);
    int start = all.indexOf(": ", random.nextInt(all.length()));
    if (start < 0) {
      return text;
    }
    int end = start + 2;
    while (end < all.length() && ",}]\n".indexOf(all.charAt(end)) < 0) {
      end++;
    }
    String piece = PIECES[random.nextInt(PIECES.length)];
    return (all.substring(0, start + 2) + piece + all.substring(end))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[] text, int upTo, byte[] piece, int from) {
    byte[] result = Arrays.copyOf(text, upTo + piece.length + text.length - from);
    System.arraycopy(piece, 0, result, upTo, piece.length);
    System.arraycopy(text, from, result, upTo + piece.length, text.length - from);
    return result.length == 0 ? new byte[] {' '} : result;
  }

  private static String code(byte[] text) {
    return Texts.only(Texts.read(text)).reason().code();
  }

  private static void refused(String text, String code, String fragment) {
    OfferProblem problem = Texts.only(Texts.read(text));
    assertEquals(code, problem.reason().code(), problem.toString());
    assertTrue(problem.reason().text().contains(fragment), problem.toString());
  }
}
