package souk.edge.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.edge.rest.http.Title;

/** Every title has a text in both languages, and the key sets are equal. */
class TitleTest {
  @TempDir Path folder;

  @Test
  void everyTitleHasTwoTexts() throws Exception {
    for (Title title : Title.values()) {
      assertFalse(title.text(Locale.ENGLISH).isBlank(), title.name());
      assertNotEquals(title.text(Locale.ENGLISH), title.text(Locale.CHINESE), title.name());
    }
    assertEquals(keys("messages.properties"), keys("messages_zh.properties"));
    assertEquals(Title.values().length, keys("messages.properties").size());
  }

  @Test
  void theClientChoosesTheLanguage() {
    Edge edge = new Edge(folder);
    assertEquals("There is nothing here.", title(edge, "de, en;q=0.5"));
    assertEquals("此处没有内容。", title(edge, "zh-CN,zh;q=0.9,en;q=0.8"));
    assertEquals("此处没有内容。", title(edge, "zh"));
    assertEquals("There is nothing here.", title(edge, "\u0000;;;q=x"));
  }

  private static String title(Edge edge, String language) {
    Call call = Call.get("/nothing").header("Accept-Language", language);
    return Edge.json(edge.ask(call)).path("title").asText();
  }

  private static java.util.Set<Object> keys(String name) throws Exception {
    Properties texts = new Properties();
    try (Reader reader =
        new InputStreamReader(Title.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts.keySet();
  }
}
