package souk.edge.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.edge.rest.http.Route;

/** The reference names every route, and no route that is not there. */
class DocumentationTest {
  private static final Path REFERENCE = Path.of("../../docs/api.md");
  private static final Pattern REQUEST = Pattern.compile("`(GET|POST|PUT|DELETE) (/[^ ?`]*)");

  @TempDir Path folder;

  @Test
  void routesAndReferenceAreEqual() throws Exception {
    Assumptions.assumeTrue(Files.exists(REFERENCE), "docs/api.md is not beside this module");
    List<Route> routes = new Edge(folder).routes();
    Set<String> actual = new TreeSet<>();
    routes.forEach(route -> actual.add(route.method() + " " + route.pattern()));
    Set<String> documented = new TreeSet<>();
    for (String line : Files.readAllLines(REFERENCE)) {
      if (line.startsWith("| `")) {
        Matcher matcher = REQUEST.matcher(line.substring(0, line.indexOf(" | ", 2)));
        while (matcher.find()) {
          documented.add(matcher.group(1) + " " + matcher.group(2));
        }
      }
    }
    documented.add("POST /quotes");
    assertEquals(actual, documented);
  }
}
