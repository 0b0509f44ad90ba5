package souk.it.architecture;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What a component description offers. */
final class Components {
  private Components() {}

  /**
   * Our own types under which a service is offered although they are in no contract. A bundle may
   * wire its own components by a type of its own, which nobody else can see.
   */
  static List<String> complaints(String bundle, String xml) {
    List<String> complaints = new ArrayList<>();
    NodeList provided = Poms.parse(xml).getElementsByTagName("provide");
    for (int i = 0; i < provided.getLength(); i++) {
      String type = ((Element) provided.item(i)).getAttribute("interface");
      boolean contract = type.matches("souk\\.[a-z]+\\.(api|spi)\\.\\w+");
      if (type.startsWith("souk.") && !contract && !type.startsWith(bundle + ".")) {
        complaints.add("%s offers a service under %s".formatted(bundle, type));
      }
    }
    return complaints;
  }
}
