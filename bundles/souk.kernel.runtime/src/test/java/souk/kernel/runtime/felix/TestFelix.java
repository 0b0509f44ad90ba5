package souk.kernel.runtime.felix;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.apache.felix.framework.Felix;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.util.tracker.ServiceTracker;
import souk.kernel.runtime.felix.bundle.GreeterActivator;
import souk.kernel.runtime.felix.spi.Greeter;

/**
 * A real framework with components, configurations and the kernel. Contracts come from the class
 * path, so that tests and bundles share them; strategies come in bundles made on the spot.
 */
final class TestFelix implements AutoCloseable {
  private static final String SHARED =
      "souk.model;version=1.1.0,souk.kernel.api;version=1.1.0,souk.kernel.spi;version=1.1.0,"
          + "souk.kernel.runtime.felix.spi;version=1.0.0,"
          + "org.slf4j;version=2.0.17,com.fasterxml.jackson.core;version=2.22.0,"
          + "org.osgi.service.cm;version=1.6.1";

  private final Felix felix;

  TestFelix(Path state, Map<String, String> more) throws BundleException, IOException {
    Map<String, Object> properties = new HashMap<>();
    properties.put("org.osgi.framework.storage", state.resolve("cache").toString());
    properties.put("org.osgi.framework.system.packages.extra", SHARED);
    properties.put("souk.data", state.toString());
    properties.put("felix.log.level", "1");
    properties.putAll(more);
    felix = new Felix(properties);
    felix.start();
    if (context().getBundles().length == 1) {
      installFile("org.osgi.util.function");
      installFile("org.osgi.util.promise");
      installFile("org.osgi.service.component");
      installFile("org.apache.felix.configadmin").start();
      installFile("org.apache.felix.scr").start();
      context().installBundle("reference:" + new File("target/classes").toURI()).start();
    }
  }

  BundleContext context() {
    return felix.getBundleContext();
  }

  <T> T service(Class<T> type) throws InterruptedException {
    ServiceTracker<T, T> tracker = new ServiceTracker<>(context(), type, null);
    tracker.open();
    T service = tracker.waitForService(10_000);
    if (service == null) {
      throw new IllegalStateException("There is no " + type.getName() + ".");
    }
    // The tracker stays open: a closed one gives the service back.
    return service;
  }

  Bundle install(String location, String strategy, String version, String behaviour)
      throws BundleException, IOException {
    return context().installBundle(location, jar(strategy, version, behaviour, false));
  }

  Bundle installBuiltIn(String location, String strategy, String behaviour)
      throws BundleException, IOException {
    return context().installBundle(location, jar(strategy, "1.0.0", behaviour, true));
  }

  static InputStream jar(String strategy, String version, String behaviour, boolean builtIn)
      throws IOException {
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.putValue("Manifest-Version", "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", "test." + strategy);
    headers.putValue("Bundle-Version", version);
    headers.putValue("Bundle-Activator", GreeterActivator.class.getName());
    headers.putValue("Import-Package", "org.osgi.framework," + Greeter.class.getPackageName());
    headers.putValue("Greeter-Strategy", strategy);
    headers.putValue("Greeter-Version", version);
    headers.putValue("Greeter-Behaviour", behaviour);
    headers.putValue("Greeter-Builtin", Boolean.toString(builtIn));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String folder = GreeterActivator.class.getPackageName().replace('.', '/') + "/";
    try (JarOutputStream out = new JarOutputStream(bytes, manifest)) {
      for (String name : List.of("GreeterActivator", "BundledGreeter", "LateLoaded")) {
        out.putNextEntry(new ZipEntry(folder + name + ".class"));
        try (InputStream in =
            TestFelix.class.getClassLoader().getResourceAsStream(folder + name + ".class")) {
          in.transferTo(out);
        }
      }
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  /** Refreshes and waits until that is done; an update during a refresh is refused. */
  void refresh(Bundle bundle) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    context()
        .getBundle(0)
        .adapt(FrameworkWiring.class)
        .refreshBundles(List.of(bundle), event -> done.countDown());
    done.await(30, TimeUnit.SECONDS);
  }

  private Bundle installFile(String artifact) throws BundleException {
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (new File(entry).getName().startsWith(artifact + "-")) {
        return context().installBundle(new File(entry).toURI().toString());
      }
    }
    throw new IllegalStateException("No " + artifact + " on the class path.");
  }

  @Override
  public void close() throws BundleException, InterruptedException {
    felix.stop();
    felix.waitForStop(30_000);
  }
}
