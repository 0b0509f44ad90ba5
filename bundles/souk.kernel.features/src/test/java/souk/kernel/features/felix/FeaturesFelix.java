package souk.kernel.features.felix;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.launch.Framework;
import org.osgi.service.cm.ConfigurationAdmin;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.AuditQuery;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.Features;
import souk.kernel.api.RouterAdmin;
import souk.kernel.features.DefaultFeatures;
import souk.kernel.features.archive.Zips;

/** A framework that holds a small distribution, as the launcher leaves it. */
final class FeaturesFelix implements AutoCloseable {
  private final Path home;
  private final Framework framework;
  private final List<String> listed = new ArrayList<>();
  private final Map<String, byte[]> jarByName = new HashMap<>();
  private final Map<String, Path> jarByLocation = new LinkedHashMap<>();
  private final List<String> audited = new ArrayList<>();
  private Features features;

  FeaturesFelix(Path home) {
    this.home = home;
    this.framework =
        new FrameworkFactory()
            .newFramework(
                Map.of(
                    "org.osgi.framework.storage", home.resolve("felix").toString(),
                    "souk.home", home.toString(),
                    "souk.conf", home.resolve("conf").toString(),
                    "souk.data", home.resolve("data").toString(),
                    "souk.features.startMillis", "1000",
                    "souk.features.upload", "true"));
  }

  /**
   * Adds a feature.
   *
   * @param bundles {@code name version -> exported} or {@code name version <- imported}
   */
  void ship(String feature, String version, boolean required, String... bundles)
      throws IOException {
    List<String> ids = new ArrayList<>();
    for (String bundle : bundles) {
      String[] words = bundle.split(" ");
      String header = words[2].equals("->") ? "Export-Package" : "Import-Package";
      String value = words[2].equals("->") ? words[3] + ";version=\"1.0\"" : words[3];
      byte[] jar = Zips.bundle(words[0], words[1], Map.of(header, value), Map.of());
      jarByName.put(words[0], jar);
      Path file = home.resolve(Zips.jar(words[0], words[1]));
      Files.createDirectories(file.getParent());
      Files.write(file, jar);
      String id = "org.stranger:" + words[0] + ":" + words[1];
      jarByLocation.put("feature:" + id, file);
      ids.add("{\"id\": \"" + id + "\"}");
    }
    Files.createDirectories(home.resolve("features"));
    Files.writeString(
        home.resolve("features/" + feature + ".json"),
        """
        {"feature-resource-version": "1.0", "id": "org.stranger:%s:%s", "categories": [%s], "bundles": [%s]}"""
            .formatted(feature, version, required ? "\"required\"" : "", String.join(", ", ids)));
    listed.add(feature);
  }

  void start() throws Exception {
    Files.createDirectories(home.resolve("conf"));
    Files.createDirectories(home.resolve("data"));
    Files.write(home.resolve("conf/features.properties"), listed);
    framework.start();
    for (Map.Entry<String, Path> one : jarByLocation.entrySet()) {
      try (InputStream in = Files.newInputStream(one.getValue())) {
        context().installBundle(one.getKey(), in).start();
      }
    }
    features = new DefaultFeatures(context(), nobodyRouted(), noConfigurations(), trail());
  }

  private static RouterAdmin nobodyRouted() {
    return answering(RouterAdmin.class);
  }

  private static ConfigurationAdmin noConfigurations() {
    return answering(ConfigurationAdmin.class);
  }

  /** Lists are empty, nothing else may be asked. */
  private static <T> T answering(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getReturnType() == List.class) {
                return List.of();
              }
              throw new UnsupportedOperationException(method.getName());
            }));
  }

  private AuditTrail trail() {
    return new AuditTrail() {
      @Override
      public AuditEntry record(AuditEntry entry) {
        if (!entry.kind().equals("feature.upload")) {
          audited.add(entry.kind() + " " + entry.subject());
        }
        return entry;
      }

      @Override
      public List<AuditEntry> entries(AuditQuery query, int limit) {
        return List.of();
      }
    };
  }

  BundleContext context() {
    return framework.getBundleContext();
  }

  Features features() {
    return features;
  }

  List<String> audited() {
    return audited;
  }

  Bundle bundle(String name) {
    return Stream.of(context().getBundles())
        .filter(b -> name.equals(b.getSymbolicName()))
        .findFirst()
        .orElse(null);
  }

  byte[] jar(String name) {
    return jarByName.get(name);
  }

  /** Locations and states of all bundles. */
  List<String> bundles() {
    return Stream.of(context().getBundles())
        .map(b -> b.getLocation() + " " + b.getState())
        .sorted()
        .collect(Collectors.toList());
  }

  /**
   * @param jars by {@code artifact:version}
   */
  static byte[] archive(Path file, String feature, String version, Map<String, byte[]> jars)
      throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    String bundles =
        jars.keySet().stream()
            .map("{\"id\": \"org.stranger:%s\"}"::formatted)
            .collect(Collectors.joining(", "));
    entries.put(
        "feature.json",
        """
        {"feature-resource-version": "1.0", "id": "org.stranger:%s:%s", "bundles": [%s]}"""
            .formatted(feature, version, bundles)
            .getBytes());
    jars.forEach((id, jar) -> entries.put(Zips.jar(id.split(":")[0], id.split(":")[1]), jar));
    return Files.readAllBytes(Zips.write(file, entries));
  }

  static byte[] classOf(String activator) throws IOException {
    try (InputStream in =
        FeaturesFelix.class.getResourceAsStream(
            "/souk/kernel/features/bundle/" + activator + ".class")) {
      return in.readAllBytes();
    }
  }

  @Override
  public void close() throws Exception {
    framework.stop();
    framework.waitForStop(10_000);
  }
}
