package souk.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.launch.Framework;
import org.osgi.service.cm.ConfigurationAdmin;

/** Bundles and configurations in a real framework, over several starts. */
class PlatformTest {
  private static final String PID = "some.pid";

  @TempDir private Path folder;
  private Framework framework;

  @BeforeEach
  void start() throws Exception {
    framework =
        new FrameworkFactory()
            .newFramework(
                Map.of(
                    "org.osgi.framework.storage",
                    folder.resolve("felix").toString(),
                    "felix.cm.dir",
                    folder.resolve("config").toString(),
                    "org.osgi.framework.system.packages.extra",
                    "org.osgi.service.cm;version=1.6.0"));
    framework.start();
  }

  @AfterEach
  void stop() throws Exception {
    framework.stop();
    framework.waitForStop(10_000);
  }

  private BundleContext context() {
    return framework.getBundleContext();
  }

  private Path jar(String name, String version, String content) throws IOException {
    Path jar = folder.resolve(name + ".jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(new Attributes.Name("Bundle-ManifestVersion"), "2");
    manifest.getMainAttributes().put(new Attributes.Name("Bundle-SymbolicName"), name);
    manifest.getMainAttributes().put(new Attributes.Name("Bundle-Version"), version);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.putNextEntry(new JarEntry("content"));
      out.write(content.getBytes());
    }
    return jar;
  }

  private void sync(Path... jars) throws Exception {
    List<Installation.BundleEntry> entries =
        Stream.of(jars)
            .map(jar -> new Installation.BundleEntry("feature:" + jar.getFileName(), jar, 1))
            .toList();
    new BundleSync(context(), folder.resolve("bundles.properties"))
        .apply(new Installation(entries, Map.of(), 1));
  }

  private Bundle bundle(String name) {
    return context().getBundle("feature:" + name + ".jar");
  }

  @Test
  void installsUpdatesByContentAndUninstallsWhatIsNoLongerListed() throws Exception {
    Path one = jar("one", "1.0.0", "a");
    Path two = jar("two", "1.0.0", "a");
    Bundle dropped = context().installBundle(jar("dropped", "1.0.0", "x").toUri().toString());
    sync(one, two);
    assertEquals(Bundle.ACTIVE, bundle("one").getState());
    long before = bundle("one").getLastModified();

    sync(one, two);
    assertEquals(before, bundle("one").getLastModified(), "an unchanged jar was updated");

    jar("one", "1.0.0", "changed, same version");
    sync(one);
    assertNotEquals(before, bundle("one").getLastModified());
    assertEquals(Bundle.ACTIVE, bundle("one").getState());
    assertNull(bundle("two"));
    assertEquals(Bundle.INSTALLED, dropped.getState(), "a bundle of the admin was touched");
  }

  private ConfigurationAdmin admin() throws Exception {
    Path repository = Path.of(ConfigurationAdminJar.location());
    Bundle bundle = context().installBundle(repository.toUri().toString());
    bundle.start();
    return context().getService(context().getServiceReference(ConfigurationAdmin.class));
  }

  private void configure(Map<String, Object> values) throws Exception {
    Map<String, Map<String, Object>> all = new LinkedHashMap<>();
    all.put(PID, values);
    all.put("factory~name", Map.of("x", 1));
    new ConfigurationSync(context(), folder.resolve("configurations.properties")).apply(all);
  }

  private static Object value(ConfigurationAdmin admin) throws IOException {
    Dictionary<String, Object> properties = admin.getConfiguration(PID, "?").getProperties();
    return properties == null ? null : properties.get("key");
  }

  @Test
  void shipsDefaultsUntilAnAdminEdits() throws Exception {
    ConfigurationAdmin admin = admin();
    configure(Map.of("key", "first"));
    assertEquals("first", value(admin));
    assertEquals(1, admin.getFactoryConfiguration("factory", "name", "?").getProperties().get("x"));

    configure(Map.of("key", "second"));
    assertEquals("second", value(admin), "a changed default did not ship");

    admin.getConfiguration(PID, "?").update(new Hashtable<>(Map.of("key", "edited")));
    configure(Map.of("key", "second"));
    assertEquals("edited", value(admin));
    configure(Map.of("key", "third"));
    assertEquals("edited", value(admin), "an edit was overwritten by a default");
  }
}
