package souk.edge.webconsole.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoticesTest {
  @Test
  void aNoticeIsShownOnceAndOldOnesGo() {
    Notices notices = new Notices();
    String first = notices.keep(true, "done");
    assertEquals("done", notices.take(first).orElseThrow().text());
    assertEquals(Optional.empty(), notices.take(first));
    assertEquals(Optional.empty(), notices.take(null));
    String old = notices.keep(false, "old");
    for (int i = 0; i < 100; i++) {
      notices.keep(true, "new");
    }
    assertTrue(notices.take(old).isEmpty());
  }
}
