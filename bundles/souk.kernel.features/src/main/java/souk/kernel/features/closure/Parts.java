package souk.kernel.features.closure;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import javax.xml.stream.XMLStreamException;
import org.apache.felix.utils.manifest.Clause;
import org.apache.felix.utils.manifest.Parser;
import org.apache.felix.utils.resource.CapabilityImpl;
import org.apache.felix.utils.resource.ResourceBuilder;
import org.apache.felix.utils.resource.ResourceImpl;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.resource.Capability;
import souk.kernel.features.files.Refused;

/** Reads bundles from their jars and from the framework without loading a class. */
public final class Parts {
  private static final int MOST_COMPONENT_BYTES = 1 << 20;

  private final ComponentReader components = new ComponentReader();

  /** A bundle that is not installed. */
  public Part of(Path jar, String location) {
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      Map<String, String> headers = new HashMap<>();
      if (manifest != null) {
        manifest
            .getMainAttributes()
            .forEach((key, value) -> headers.put(key.toString(), value.toString()));
      }
      List<Component> declared = new ArrayList<>();
      for (Clause clause : clauses(headers.get("Service-Component"))) {
        file.stream()
            .filter(entry -> matches(clause.getName(), entry.getName()))
            .toList()
            .forEach(
                entry -> {
                  try (InputStream in = file.getInputStream(entry)) {
                    declared.addAll(read(in));
                  } catch (IOException | XMLStreamException e) {
                    throw unreadable(location, e);
                  }
                });
      }
      return part(headers, location, declared);
    } catch (IOException e) {
      throw unreadable(location, e);
    }
  }

  /** A bundle that the framework holds. */
  public Part of(Bundle bundle) {
    if (bundle.getBundleId() == Constants.SYSTEM_BUNDLE_ID) {
      return system(bundle);
    }
    Map<String, String> headers = new HashMap<>();
    Dictionary<String, String> all = bundle.getHeaders("");
    for (Enumeration<String> keys = all.keys(); keys.hasMoreElements(); ) {
      String key = keys.nextElement();
      headers.put(key, all.get(key));
    }
    List<Component> declared = new ArrayList<>();
    for (Clause clause : clauses(headers.get("Service-Component"))) {
      int slash = clause.getName().lastIndexOf('/');
      Enumeration<URL> entries =
          bundle.findEntries(
              slash < 0 ? "/" : clause.getName().substring(0, slash),
              clause.getName().substring(slash + 1),
              false);
      while (entries != null && entries.hasMoreElements()) {
        try (InputStream in = entries.nextElement().openStream()) {
          declared.addAll(read(in));
        } catch (IOException | XMLStreamException e) {
          throw unreadable(bundle.getLocation(), e);
        }
      }
    }
    return part(headers, bundle.getLocation(), declared);
  }

  private List<Component> read(InputStream in) throws IOException, XMLStreamException {
    return components.read(new java.io.ByteArrayInputStream(in.readNBytes(MOST_COMPONENT_BYTES)));
  }

  private static Part part(
      Map<String, String> headers, String location, List<Component> components) {
    String name = headers.getOrDefault(Constants.BUNDLE_SYMBOLICNAME, "");
    Clause[] clauses = clauses(name);
    if (clauses.length != 1 || !"2".equals(headers.get(Constants.BUNDLE_MANIFESTVERSION))) {
      throw Refused.because(
          "bundle.no-bundle",
          "%s is no OSGi bundle: its manifest has no Bundle-SymbolicName or no Bundle-ManifestVersion 2.%nMaybe it is a plain library; wrap it.",
          location);
    }
    refuseExtension(headers, location);
    try {
      ResourceImpl resource = ResourceBuilder.build(location, headers);
      return new Part(
          location,
          clauses[0].getName(),
          Version.parseVersion(headers.get(Constants.BUNDLE_VERSION)),
          "true".equals(clauses[0].getDirective(Constants.SINGLETON_DIRECTIVE)),
          resource,
          List.copyOf(components));
    } catch (BundleException | IllegalArgumentException e) {
      throw Refused.because(
          e,
          "bundle.bad-manifest",
          "The manifest of %s is wrong: %s",
          location,
          String.valueOf(e.getMessage()));
    }
  }

  private static void refuseExtension(Map<String, String> headers, String location) {
    String host = headers.getOrDefault(Constants.FRAGMENT_HOST, "").toLowerCase(Locale.ROOT);
    if (host.contains("extension:=") || host.startsWith("system.bundle")) {
      throw Refused.because(
          "bundle.extension",
          "%s extends the framework itself, which needs a restart.%nMaybe put it into the distribution.",
          location);
    }
  }

  private static Part system(Bundle bundle) {
    ResourceImpl resource = new ResourceImpl();
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    for (Capability capability : revision.getCapabilities(null)) {
      resource.addCapability(new CapabilityImpl(resource, capability));
    }
    return new Part(
        bundle.getLocation(),
        bundle.getSymbolicName(),
        bundle.getVersion(),
        true,
        resource,
        List.of());
  }

  private static Clause[] clauses(@org.jspecify.annotations.Nullable String header) {
    return header == null || header.isBlank() ? new Clause[0] : Parser.parseHeader(header);
  }

  private static boolean matches(String pattern, String name) {
    return pattern.contains("*")
        ? name.matches(java.util.regex.Pattern.quote(pattern).replace("*", "\\E[^/]*\\Q"))
        : name.equals(pattern);
  }

  private static RuntimeException unreadable(String location, Exception cause) {
    return Refused.because(
        cause,
        "bundle.unreadable",
        "%s cannot be read: %s",
        location,
        String.valueOf(cause.getMessage()));
  }
}
