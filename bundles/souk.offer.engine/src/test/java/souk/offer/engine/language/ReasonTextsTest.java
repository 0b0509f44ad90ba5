package souk.offer.engine.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import souk.model.Reason;

class ReasonTextsTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]+) \\|");
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
