package souk.offer.engine.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The reference says what the schema says, in both languages. */
class ReferenceTest {
  @Test
  void thePagesAreFresh() throws Exception {
    Assumptions.assumeTrue(Files.exists(Reference.ENGLISH), "docs are not beside this module");
    if (Boolean.getBoolean("souk.writeReference")) {
      Reference.main(new String[0]);
    }
    String how = "Stale: run this test with -Dsouk.writeReference=true and commit the pages.";
    assertEquals(Reference.text(ReferenceWords.ENGLISH), Files.readString(Reference.ENGLISH), how);
    assertEquals(Reference.text(ReferenceWords.CHINESE), Files.readString(Reference.CHINESE), how);
  }

  @Test
  void everyDescriptionHasItsChineseTwin() {
    List<String> alone = new ArrayList<>();
    walk(Schema.load().root(), "#", alone);
    assertEquals(List.of(), alone);
  }

  private static void walk(JsonNode node, String path, List<String> alone) {
    if (node.isObject()) {
      for (String[] pair :
          new String[][] {{"description", "x-zh"}, {"title", "x-title-zh"}, {"says", "says-zh"}}) {
        if (node.path(pair[0]).isTextual() != node.path(pair[1]).isTextual()) {
          alone.add(path + "/" + pair[0]);
        }
      }
      node.fields().forEachRemaining(f -> walk(f.getValue(), path + "/" + f.getKey(), alone));
    } else {
      for (int i = 0; i < node.size(); i++) {
        walk(node.get(i), path + "/" + i, alone);
      }
    }
    assertTrue(path.length() < 1000);
  }
}
