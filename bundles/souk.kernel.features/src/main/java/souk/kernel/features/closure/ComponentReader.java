package souk.kernel.features.closure;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads component descriptions; resolves no external entity and no document type. */
final class ComponentReader {
  private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

  ComponentReader() {
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  List<Component> read(InputStream xml) throws XMLStreamException {
    List<Component> components = new ArrayList<>();
    XMLStreamReader in = factory.createXMLStreamReader(xml);
    Draft draft = new Draft("");
    while (in.hasNext()) {
      int event = in.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (in.getLocalName()) {
          case "component" -> draft = new Draft(text(in.getAttributeValue(null, "name")));
          case "provide" -> draft.services.add(text(in.getAttributeValue(null, "interface")));
          case "reference" -> reference(in, draft);
          case "property" -> property(in, draft);
          default -> {
            // nothing that concerns wiring
          }
        }
      } else if (event == XMLStreamConstants.END_ELEMENT && in.getLocalName().equals("component")) {
        components.add(draft.done());
      }
    }
    return components;
  }

  private static void reference(XMLStreamReader in, Draft draft) {
    String cardinality = text(in.getAttributeValue(null, "cardinality"));
    String type = text(in.getAttributeValue(null, "interface"));
    if (!cardinality.startsWith("0") && !type.isEmpty()) {
      draft.needs.add(type);
    }
  }

  private static void property(XMLStreamReader in, Draft draft) {
    String value = in.getAttributeValue(null, "value");
    if (value != null) {
      draft.properties.put(text(in.getAttributeValue(null, "name")), value);
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static final class Draft {
    private final String name;
    private final List<String> services = new ArrayList<>();
    private final List<String> needs = new ArrayList<>();
    private final Map<String, String> properties = new HashMap<>();

    Draft(String name) {
      this.name = name;
    }

    Component done() {
      String role = properties.getOrDefault("souk.role", "");
      return new Component(
          name,
          List.copyOf(services),
          List.copyOf(needs),
          role.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  new Component.StrategyName(
                      role,
                      properties.getOrDefault("souk.strategy", ""),
                      properties.getOrDefault("souk.version", ""))));
    }
  }
}
