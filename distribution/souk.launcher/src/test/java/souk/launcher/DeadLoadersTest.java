package souk.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;

/** Bundles come and go in a real framework; their classes go too, without a stop of the world. */
@Tag("slow")
@Timeout(30)
class DeadLoadersTest {
  private static final String CARGO = "souk.launcher.ExitCode";
  private static final String SWITCH = "G1PeriodicGCInterval";

  @TempDir private Path folder;

  private Path jar(int number) throws Exception {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", "cargo" + number);
    Path jar = folder.resolve("cargo" + number + ".jar");
    String entry = CARGO.replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        InputStream in = DeadLoadersTest.class.getResourceAsStream("/" + entry)) {
      assertNotNull(in);
      out.putNextEntry(new JarEntry(entry));
      in.transferTo(out);
    }
    return jar;
  }

  private static String setting() {
    return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .getVMOption(SWITCH)
        .getValue();
  }

  private static long fullCollections() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .filter(bean -> bean.getName().contains("Old"))
        .mapToLong(GarbageCollectorMXBean::getCollectionCount)
        .sum();
  }

  @Test
  void theClassesOfBundlesThatWentAreUnloaded() throws Exception {
    Framework framework =
        new FrameworkFactory()
            .newFramework(Map.of("org.osgi.framework.storage", folder.resolve("felix").toString()));
    framework.start();
    try {
      assumeTrue(
          DeadLoaders.begin(framework.getBundleContext()), "the collector has no such switch");
      long full = fullCollections();
      List<WeakReference<ClassLoader>> loaders = comeAndGo(framework);
      while (!loaders.stream().allMatch(loader -> loader.refersTo(null))) {
        Thread.sleep(10);
      }
      assertEquals(full, fullCollections());
      while (!"0".equals(setting())) {
        Thread.sleep(10);
      }
    } finally {
      framework.stop();
      framework.waitForStop(10_000);
    }
  }

  private List<WeakReference<ClassLoader>> comeAndGo(Framework framework) throws Exception {
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    List<Bundle> bundles = new ArrayList<>();
    for (int i = 0; i < DeadLoaders.PORTION; i++) {
      Bundle bundle = framework.getBundleContext().installBundle(jar(i).toUri().toString());
      bundle.start();
      Class<?> cargo = bundle.loadClass(CARGO);
      assertNotEquals(ExitCode.class, cargo);
      loaders.add(new WeakReference<>(cargo.getClassLoader()));
      bundles.add(bundle);
    }
    for (Bundle bundle : bundles) {
      bundle.uninstall();
    }
    framework.adapt(FrameworkWiring.class).refreshBundles(null);
    return loaders;
  }
}
