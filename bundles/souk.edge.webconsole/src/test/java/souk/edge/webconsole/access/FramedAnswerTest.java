package souk.edge.webconsole.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FramedAnswerTest {
  @Test
  void onlyScriptsOfTheFrameGetTheWord() {
    String script = "<script type=\"text/javascript\">";
    String page = "<head>" + script + "a</script></head><div class=\"souk\">" + script + "evil";
    assertEquals(
        "<head><script type=\"text/javascript\" nonce=\"w\">a</script></head><div class=\"souk\">"
            + script
            + "evil",
        FramedAnswer.withWord(page, "w"));
    assertEquals("no frame", FramedAnswer.withWord("no frame", "w"));
  }
}
