package souk.it.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What the pom of a bundle asks for. */
final class Poms {
  /** A dependency of a pom; the scope is {@code compile} where none is named. */
  record Wanted(String group, String artifact, String version, String scope) {}

  private Poms() {}

  static List<Wanted> wanted(Path pom) throws IOException {
    return wanted(Files.readString(pom));
  }

  static List<Wanted> wanted(String xml) {
    List<Wanted> wanted = new ArrayList<>();
    NodeList nodes = parse(xml).getElementsByTagName("dependency");
    for (int i = 0; i < nodes.getLength(); i++) {
      Element dependency = (Element) nodes.item(i);
      wanted.add(
          new Wanted(
              text(dependency, "groupId", ""),
              text(dependency, "artifactId", ""),
              text(dependency, "version", ""),
              text(dependency, "scope", "compile")));
    }
    return wanted;
  }

  /** Dependencies that break an arrow or name a version that belongs into the parent pom. */
  static List<String> complaints(String bundle, List<Wanted> wanted) {
    List<String> complaints = new ArrayList<>();
    for (Wanted w : wanted) {
      boolean ours = w.group().equals("org.souk");
      if (ours && !allowed(bundle, w)) {
        complaints.add("%s must not depend on %s".formatted(bundle, w.artifact()));
      }
      if (!ours && !w.version().isEmpty()) {
        complaints.add(
            "%s names version %s of %s; versions belong into the parent pom"
                .formatted(bundle, w.version(), w.artifact()));
      }
      boolean foreignInLibrary =
          BundleKind.of(bundle) == BundleKind.LIBRARY
              && !ours
              && !w.scope().equals("test")
              && !w.group().equals("org.hipparchus");
      if (foreignInLibrary) {
        complaints.add("%s is a library and must not depend on %s".formatted(bundle, w.artifact()));
      }
    }
    return complaints;
  }

  /** In tests, the test kit and other bundles of the same room are welcome too. */
  private static boolean allowed(String bundle, Wanted w) {
    boolean forTests =
        w.scope().equals("test")
            && (w.artifact().equals("souk.testkit") || Arrows.sameRoom(bundle, w.artifact()));
    return forTests || Arrows.allowed(bundle, w.artifact());
  }

  static Element parse(String xml) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new java.io.StringReader(xml)))
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalArgumentException("No XML: " + xml, e);
    }
  }

  private static String text(Element element, String name, String otherwise) {
    NodeList nodes = element.getElementsByTagName(name);
    return nodes.getLength() == 0 ? otherwise : nodes.item(0).getTextContent().trim();
  }
}
