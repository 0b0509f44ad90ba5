package souk.edge.webconsole.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads the forms of all of Souk's components from the metatype of their bundles. */
final class FormReader {
  private static final String PREFIX = "souk.";

  private final BundleContext context;

  FormReader(BundleContext context) {
    this.context = context;
  }

  /** By room, then by name. */
  List<Form> all(String language) {
    List<Form> forms = new ArrayList<>();
    for (Bundle bundle : context.getBundles()) {
      boolean ours = String.valueOf(bundle.getSymbolicName()).startsWith(PREFIX);
      Enumeration<URL> files =
          ours && bundle.getState() == Bundle.ACTIVE
              ? bundle.findEntries("OSGI-INF/metatype", "*.xml", false)
              : null;
      if (files != null) {
        Collections.list(files).forEach(file -> forms.addAll(read(bundle, file, language)));
      }
    }
    forms.sort(Comparator.comparing(Form::room).thenComparing(Form::name));
    return forms;
  }

  Optional<Form> find(String pid, String language) {
    return all(language).stream().filter(form -> form.pid().equals(pid)).findFirst();
  }

  private static List<Form> read(Bundle bundle, URL file, String language) {
    Element root = parse(file).getDocumentElement();
    Properties texts = texts(bundle, language);
    String symbolicName = bundle.getSymbolicName();
    String rest = symbolicName.substring(PREFIX.length());
    String room = rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
    List<Form> forms = new ArrayList<>();
    for (Element designate : children(root, "Designate")) {
      Element object = children(designate, "Object").get(0);
      for (Element ocd : children(root, "OCD")) {
        if (ocd.getAttribute("id").equals(object.getAttribute("ocdref"))) {
          boolean factory = !designate.getAttribute("factoryPid").isEmpty();
          String pid = designate.getAttribute(factory ? "factoryPid" : "pid");
          forms.add(
              new Form(
                  pid,
                  factory,
                  room,
                  symbolicName,
                  text(texts, pid, ocd, "name"),
                  text(texts, pid, ocd, "description"),
                  children(ocd, "AD").stream().map(ad -> field(pid, ad, texts)).toList()));
        }
      }
    }
    return forms;
  }

  private static Field field(String pid, Element ad, Properties texts) {
    String key = pid + '.' + ad.getAttribute("id");
    Map<String, String> options = new LinkedHashMap<>();
    for (Element option : children(ad, "Option")) {
      options.put(
          option.getAttribute("value"),
          text(texts, key + '.' + option.getAttribute("value"), option, "label"));
    }
    String cardinality = ad.getAttribute("cardinality");
    boolean many = !cardinality.isEmpty() && !cardinality.equals("0");
    String standard = ad.getAttribute("default");
    List<String> defaults =
        many
            ? standard.isEmpty() ? List.of() : Arrays.asList(standard.split(","))
            : List.of(standard);
    return new Field(
        ad.getAttribute("id"),
        text(texts, key, ad, "name"),
        text(texts, key, ad, "description"),
        Field.Type.valueOf(ad.getAttribute("type").toUpperCase(Locale.ROOT)),
        many,
        given(ad, "min"),
        given(ad, "max"),
        defaults,
        options);
  }

  private static Optional<String> given(Element element, String attribute) {
    return Optional.of(element.getAttribute(attribute)).filter(value -> !value.isEmpty());
  }

  /**
   * An attribute in the reader's language: the text of {@code <key>.<attribute>}, if there is one.
   */
  private static String text(Properties texts, String key, Element element, String attribute) {
    return texts.getProperty(key + '.' + attribute, element.getAttribute(attribute));
  }

  /** Translations that a bundle brings; the metatype itself is in English. */
  private static Properties texts(Bundle bundle, String language) {
    Properties texts = new Properties();
    URL file = bundle.getEntry("OSGI-INF/l10n/metatype_" + language + ".properties");
    if (file != null) {
      try (InputStreamReader reader =
          new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
        texts.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException("The texts " + file.getPath() + " cannot be read.", e);
      }
    }
    return texts;
  }

  private static Document parse(URL file) {
    try (InputStream in = file.openStream()) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(in);
    } catch (IOException e) {
      throw new UncheckedIOException("The form " + file.getPath() + " cannot be read.", e);
    } catch (SAXException | ParserConfigurationException e) {
      throw new IllegalStateException("The form " + file.getPath() + " is damaged.", e);
    }
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    NodeList nodes = parent.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element element && element.getTagName().endsWith(name)) {
        found.add(element);
      }
    }
    return found;
  }
}
