package souk.it.architecture;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the form of a component's configuration tells an administrator. */
final class Metatypes {
  private static final Set<String> NUMBERS =
      Set.of("Integer", "Long", "Short", "Byte", "Double", "Float");

  /**
   * For example {@code Deadline (ms)}, {@code Memory in megabytes}, {@code ... as a share of ...}.
   */
  private static final Pattern UNIT =
      Pattern.compile(".*\\([^)]+\\)|.* in [a-z]+|.* as a share of .*|.* per (second|minute) .*");

  private Metatypes() {}

  /**
   * Forms and fields without name, description, unit or range, and defaults outside their range.
   */
  static List<String> complaints(String bundle, String xml) {
    List<String> complaints = new ArrayList<>();
    for (Element form : elements(Poms.parse(xml).getElementsByTagName("OCD"))) {
      String where = bundle + " " + form.getAttribute("id");
      if (form.getAttribute("name").isBlank() || form.getAttribute("description").isBlank()) {
        complaints.add(where + " has no name or no description");
      }
      for (Element field : elements(form.getElementsByTagName("AD"))) {
        field(where + "." + field.getAttribute("id"), field, complaints);
      }
    }
    return complaints;
  }

  /** Fields without a text in Chinese. */
  static List<String> untranslated(String bundle, String xml, Properties chinese) {
    List<String> complaints = new ArrayList<>();
    for (Element designate : elements(Poms.parse(xml).getElementsByTagName("Designate"))) {
      String pid = designate.getAttribute("pid") + designate.getAttribute("factoryPid");
      List<String> keys = new ArrayList<>(List.of(pid));
      elements(Poms.parse(xml).getElementsByTagName("AD"))
          .forEach(field -> keys.add(pid + "." + field.getAttribute("id")));
      for (String key : keys) {
        if (!chinese.containsKey(key + ".name") || !chinese.containsKey(key + ".description")) {
          complaints.add(bundle + " has no Chinese text for " + key);
        }
      }
    }
    return complaints;
  }

  private static void field(String where, Element field, List<String> complaints) {
    String name = field.getAttribute("name");
    if (name.isBlank() || field.getAttribute("description").isBlank()) {
      complaints.add(where + " has no name or no description");
    }
    if (!NUMBERS.contains(field.getAttribute("type"))) {
      return;
    }
    if (!UNIT.matcher(name).matches()) {
      complaints.add("%s has no unit in its name (%s)".formatted(where, name));
    }
    if (field.getAttribute("min").isEmpty() || field.getAttribute("max").isEmpty()) {
      complaints.add(where + " has no range");
      return;
    }
    BigDecimal least = new BigDecimal(field.getAttribute("min"));
    BigDecimal most = new BigDecimal(field.getAttribute("max"));
    for (String value : field.getAttribute("default").split(",")) {
      if (!value.isEmpty()
          && (new BigDecimal(value).compareTo(least) < 0
              || new BigDecimal(value).compareTo(most) > 0)) {
        complaints.add(
            "%s has the default %s outside %s to %s".formatted(where, value, least, most));
      }
    }
  }

  private static List<Element> elements(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
