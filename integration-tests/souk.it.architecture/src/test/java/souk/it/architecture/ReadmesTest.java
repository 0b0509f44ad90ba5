package souk.it.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every bundle says on one screen what it is for; what it links to is there. */
class ReadmesTest {
  private static final int MOST_LINES = 60;
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#]+)");

  @Test
  void everyBundleHasOneOfAScreenWithLinksThatLead() throws IOException {
    List<String> complaints = new ArrayList<>();
    for (String bundle : Checkout.bundles()) {
      Path readme = Checkout.pom(bundle).resolveSibling("README.md");
      if (!Files.exists(readme)) {
        complaints.add(bundle + " has no README.md");
        continue;
      }
      complaints.addAll(complaints(bundle, readme.getParent(), Files.readString(readme)));
    }
    assertEquals(List.of(), complaints);
  }

  @Test
  void faultsAreNamed() {
    assertEquals(
        List.of(
            "souk.a: the first line is not \"# souk.a\"",
            "souk.a: 71 lines are more than a screen",
            "souk.a: nowhere.md is not there"),
        complaints("souk.a", Path.of("."), "# souk.b\n" + "\n".repeat(69) + "[x](nowhere.md#y)\n"));
  }

  private static List<String> complaints(String bundle, Path folder, String text) {
    List<String> complaints = new ArrayList<>();
    if (!text.startsWith("# " + bundle + "\n")) {
      complaints.add("%s: the first line is not \"# %s\"".formatted(bundle, bundle));
    }
    long lines = text.lines().count();
    if (lines > MOST_LINES) {
      complaints.add("%s: %d lines are more than a screen".formatted(bundle, lines));
    }
    Matcher link = LINK.matcher(text);
    while (link.find()) {
      if (!Files.exists(folder.resolve(link.group(1)))) {
        complaints.add("%s: %s is not there".formatted(bundle, link.group(1)));
      }
    }
    return complaints;
  }
}
