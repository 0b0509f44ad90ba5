package souk.evidence.reporting.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private final Properties english = Messages.read("messages.properties");
  private final Properties chinese = Messages.read("messages_zh.properties");

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertEquals(
        new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(chinese.stringPropertyNames()));
  }

  @Test
  void bothLanguagesTakeTheSameArguments() {
    for (String key : english.stringPropertyNames()) {
      assertEquals(arguments(english, key), arguments(chinese, key), key);
    }
  }

  @Test
  void noTextIsEmptyAndChineseIsChinese() {
    int chineseTexts = 0;
    for (String key : chinese.stringPropertyNames()) {
      assertTrue(!chinese.getProperty(key).isBlank(), key);
      chineseTexts +=
          chinese.getProperty(key).codePoints().anyMatch(c -> c >= 0x4e00 && c <= 0x9fff) ? 1 : 0;
    }
    assertTrue(chineseTexts > 0.95 * chinese.size());
  }

  private static int arguments(Properties texts, String key) {
    return new MessageFormat(texts.getProperty(key), Locale.ROOT)
        .getFormatsByArgumentIndex()
        .length;
  }
}
