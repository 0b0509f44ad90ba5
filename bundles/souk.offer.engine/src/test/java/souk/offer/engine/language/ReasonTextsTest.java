package souk.offer.engine.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import souk.model.Reason;
import souk.offer.api.OfferReading;
import souk.offer.api.OfferSurroundings;

class ReasonTextsTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]+) \\|");
  private static final Pattern PROBLEM =
      Pattern.compile("\"((?:language|offer|price)\\.[a-z-]+)\"");
  private static final Pattern CODE = Pattern.compile("`([a-z-]+\\.[a-z-]+)`");

  @Test
  void reasonsAreSaidInChineseWithTheirFigures() {
    Reason reason =
        Reason.of("threshold.near-miss", "GBP 2.00 more for GBP 4.00 off.", "GBP 2.00", "GBP 4.00");
    assertEquals("再买 GBP 2.00，可减 GBP 4.00。", Texts.LANGUAGE.say(reason, Locale.SIMPLIFIED_CHINESE));
    assertEquals(reason.text(), Texts.LANGUAGE.say(reason, Locale.ENGLISH));
    Reason bare = Reason.of("threshold.near-miss", "Some more.");
    assertEquals("Some more.", Texts.LANGUAGE.say(bare, Locale.SIMPLIFIED_CHINESE));
    Reason foreign = Reason.of("moon-phase.other", "It is no full moon.");
    assertEquals(foreign.text(), Texts.LANGUAGE.say(foreign, Locale.SIMPLIFIED_CHINESE));
  }

  /** Both pages for merchandisers list the same codes, and each has Chinese words. */
  @Test
  void thePagesAndTheWordsKnowTheSameCodes() throws Exception {
    Set<String> english = codes("offers.md");
    assertEquals(english, codes("offers.zh.md"));
    Set<String> unsaid = new TreeSet<>(english);
    unsaid.removeAll(ReasonTexts.chinese().codes());
    assertEquals(Set.of(), unsaid);
  }

  /** What is wrong with a text is said in Chinese too, but for where its letters break the form. */
  @Test
  void problemsOfTextsHaveChineseWords() throws Exception {
    Set<String> unsaid = new TreeSet<>();
    try (Stream<Path> files = Files.list(Path.of("src/main/java/souk/offer/engine/language"))) {
      for (Path file : files.toList()) {
        Matcher code = PROBLEM.matcher(Files.readString(file));
        while (code.find()) {
          unsaid.add(code.group(1));
        }
      }
    }
    assertTrue(unsaid.size() > 20, unsaid.toString());
    unsaid.removeAll(ReasonTexts.chinese().codes());
    assertEquals(Set.of("language.syntax"), unsaid);
    OfferReading reading =
        Texts.LANGUAGE.read(
            "{\"offers\": [], \"zone\": 3}".getBytes(StandardCharsets.UTF_8),
            OfferSurroundings.builder().build());
    String said =
        reading.problems().stream()
            .map(problem -> Texts.LANGUAGE.say(problem.reason(), Locale.SIMPLIFIED_CHINESE))
            .collect(Collectors.joining(" "));
    assertTrue(said.contains("缺少 version。"), said);
  }

  private static Set<String> codes(String page) throws Exception {
    Set<String> codes = new TreeSet<>();
    Matcher row = ROW.matcher(Files.readString(Path.of("../../docs", page)));
    while (row.find()) {
      Matcher code = CODE.matcher(row.group(1));
      while (code.find()) {
        codes.add(code.group(1));
      }
    }
    codes.removeAll(List.of("terms.zone"));
    return codes;
  }
}
