package souk.edge.webconsole.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class HtmlTest {
  @Test
  void textsAndAttributesAreEscaped() {
    Html html = new Html();
    html.element("p", "<b>\"R&D\"</b>", "title", "it's \"<x>\"");
    assertEquals(
        "<p title=\"it&#39;s &quot;&lt;x&gt;&quot;\">&lt;b&gt;&quot;R&amp;D&quot;&lt;/b&gt;</p>",
        html.toString());
  }

  @Test
  void anOpenElementIsAnError() {
    Html html = new Html().open("div");
    assertThrows(IllegalStateException.class, html::toString);
    assertEquals("<div></div>", html.close().toString());
  }

  @Test
  void controlCharactersBecomeBlanks() {
    assertEquals("a b", Html.escape("a\u0000b"));
  }
}
