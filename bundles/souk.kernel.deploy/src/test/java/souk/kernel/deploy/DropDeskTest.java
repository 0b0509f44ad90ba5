package souk.kernel.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.hooks.bundle.CollisionHook;
import org.osgi.framework.launch.Framework;
import souk.kernel.api.DroppedBundle;
import souk.kernel.api.DroppedBundle.State;

@Timeout(60)
class DropDeskTest {
  @TempDir Path folder;
  private Framework felix;
  private DropDesk desk;

  @BeforeEach
  void start() throws Exception {
    System.clearProperty(Hanging.RELEASE);
    felix =
        new FrameworkFactory()
            .newFramework(Map.of("org.osgi.framework.storage", folder.resolve("felix").toString()));
    felix.start();
    felix
        .getBundleContext()
        .registerService(CollisionHook.class, new SideBySide(felix.getBundleContext()), null);
    desk = desk();
  }

  @AfterEach
  void stop() throws Exception {
    System.setProperty(Hanging.RELEASE, "now");
    felix.stop();
    felix.waitForStop(20_000);
  }

  @Test
  void aNewVersionTakesTheOldOnesPlace() throws Exception {
    desk.put(jar("a.jar", "a", "1.0.0", "", null));
    desk.put(jar("a.jar", "a", "1.1.0", "", null));
    assertEquals(List.of("a 1.1.0"), active());
    assertEquals(State.ACTIVE, one().state());
  }

  @Test
  void aRebuiltBundleOfTheSameVersionDoesToo() throws Exception {
    desk.put(jar("a.jar", "a", "1.0.0", "", null));
    long before = bundle("a").getBundleId();
    desk.put(jar("a.jar", "a", "1.0.0", "", null, "rebuilt"));
    assertEquals(List.of("a 1.0.0"), active());
    assertTrue(bundle("a").getBundleId() > before);
  }

  @Test
  void whatIsNotResolvedWaitsAndTheOldOneGoesOn() throws Exception {
    desk.put(jar("a.jar", "a", "1.0.0", "", null));
    desk.put(jar("a.jar", "a", "1.1.0", "org.souk.nowhere;version=\"[9,10)\"", null));
    assertEquals(List.of("a 1.0.0"), active());
    assertEquals(State.WAITING, one().state());
    assertEquals("1.0.0", one().kept());
    assertTrue(one().reason().contains("org.souk.nowhere"), one().reason());
    desk.put(jar("b.jar", "b", "1.0.0", "", null, "", "org.souk.nowhere;version=9.1"));
    desk.retryWaiting();
    assertEquals(List.of("a 1.1.0", "b 1.0.0"), active());
  }

  @Test
  void anActivatorThatThrowsChangesNothing() throws Exception {
    desk.put(jar("a.jar", "a", "1.0.0", "", null));
    desk.put(jar("a.jar", "a", "1.1.0", "org.osgi.framework", Throwing.class));
    assertEquals(List.of("a 1.0.0"), active());
    assertEquals(State.FAILED, one().state());
    assertTrue(one().reason().contains("planted"), one().reason());
  }

  @Tag("slow")
  @Test
  void anActivatorThatHangsHoldsUpNobody() throws Exception {
    desk.put(jar("a.jar", "a", "1.0.0", "", null));
    desk.put(jar("a.jar", "a", "1.1.0", "org.osgi.framework", Hanging.class));
    assertEquals(List.of("a 1.0.0"), active());
    assertEquals(State.HANGING, one().state());
    desk.put(jar("b.jar", "b", "1.0.0", "", null));
    assertEquals(List.of("a 1.0.0", "b 1.0.0"), active());
    desk.remove(folder.resolve("b.jar").toFile());
    desk.put(jar("a.jar", "a", "1.2.0", "", null));
    assertEquals(List.of("a 1.2.0"), active());
  }

  @Test
  void afterARestartTheOldOneRunsAgainIfTheNewOneStillDoesNot() throws Exception {
    desk.put(jar("a.jar", "a", "1.0.0", "", null));
    File broken = jar("a.jar", "a", "1.1.0", "org.osgi.framework", Throwing.class);
    desk.put(broken);
    bundle("a").stop(Bundle.STOP_TRANSIENT);
    assertEquals(List.of(), active());
    desk = desk();
    desk.put(broken);
    assertEquals(List.of("a 1.0.0"), active());
    assertEquals("1.0.0", one().kept());
  }

  @Test
  void aFileThatIsTakenAwayTakesItsBundleAlong() throws Exception {
    File file = jar("a.jar", "a", "1.0.0", "", null);
    desk.put(file);
    desk.remove(file);
    assertEquals(List.of(), active());
    assertEquals(List.of(), desk.bundles());
  }

  @Test
  void whatIsNoBundleIsRefused() throws Exception {
    Path text = Files.writeString(folder.resolve("x.jar"), "not a jar");
    assertThrows(BundleException.class, () -> desk.put(text.toFile()));
    assertEquals(List.of(), desk.bundles());
  }

  private DropDesk desk() {
    return new DropDesk(felix.getBundleContext(), 1_000, 5_000, Clock.systemUTC());
  }

  private DroppedBundle one() {
    return desk.bundles().get(0);
  }

  private Bundle bundle(String name) {
    return Arrays.stream(felix.getBundleContext().getBundles())
        .filter(b -> b.getSymbolicName().equals(name) && b.getState() == Bundle.ACTIVE)
        .findFirst()
        .orElseThrow();
  }

  private List<String> active() {
    return Arrays.stream(felix.getBundleContext().getBundles())
        .filter(b -> b.getBundleId() != 0 && b.getState() == Bundle.ACTIVE)
        .map(b -> b.getSymbolicName() + " " + b.getVersion())
        .sorted()
        .toList();
  }

  private File jar(String file, String name, String version, String imports, Class<?> activator)
      throws Exception {
    return jar(file, name, version, imports, activator, "");
  }

  private File jar(
      String file, String name, String version, String imports, Class<?> activator, String filler)
      throws Exception {
    return jar(file, name, version, imports, activator, filler, "");
  }

  private File jar(
      String file,
      String name,
      String version,
      String imports,
      Class<?> activator,
      String filler,
      String exports)
      throws Exception {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
    main.putValue(Constants.BUNDLE_SYMBOLICNAME, name);
    main.putValue(Constants.BUNDLE_VERSION, version);
    if (!imports.isEmpty()) {
      main.putValue(Constants.IMPORT_PACKAGE, imports);
    }
    if (!exports.isEmpty()) {
      main.putValue(Constants.EXPORT_PACKAGE, exports);
    }
    if (activator != null) {
      main.putValue(Constants.BUNDLE_ACTIVATOR, activator.getName());
    }
    Path path = folder.resolve(file);
    try (OutputStream raw = Files.newOutputStream(path);
        JarOutputStream out = new JarOutputStream(raw, manifest)) {
      if (activator != null) {
        String entry = activator.getName().replace('.', '/') + ".class";
        out.putNextEntry(new ZipEntry(entry));
        try (InputStream in = DropDeskTest.class.getClassLoader().getResourceAsStream(entry)) {
          in.transferTo(out);
        }
      }
      out.putNextEntry(new ZipEntry("filler-" + filler));
    }
    return path.toFile();
  }
}
