package souk.it.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.felix.framework.Felix;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.slf4j.Logger;
import souk.kernel.api.Snapshot;
import souk.model.Money;
import souk.offer.api.OfferEngine;
import souk.offer.spi.LinePricer;

/**
 * The distribution's corridor and offer engine in a framework inside this process, so that a quote
 * can be asked for and a strategy offered without a network between.
 */
final class CanaryShop implements AutoCloseable {
  private static final List<String> BUNDLES =
      List.of(
          "org.osgi.util.function",
          "org.osgi.util.promise",
          "org.osgi.service.component",
          "org.apache.felix.configadmin",
          "jackson-core",
          "jackson-annotations",
          "jackson-databind",
          "org.apache.felix.scr",
          "souk.kernel.runtime",
          "souk.offer.engine");
  private static final long WAIT_MILLIS = 20_000;

  private final Felix felix;

  /** Starts the framework; it is stopped again if its bundles do not start. */
  static CanaryShop open(Path state) throws Exception {
    CanaryShop shop = new CanaryShop(state);
    try {
      shop.start();
      return shop;
    } catch (Exception e) {
      shop.close();
      throw e;
    }
  }

  private CanaryShop(Path state) throws Exception {
    Map<String, Object> properties = new HashMap<>();
    properties.put("org.osgi.framework.storage", state.resolve("cache").toString());
    properties.put("org.osgi.framework.system.packages.extra", contracts());
    properties.put("souk.data", state.toString());
    properties.put("felix.log.level", "1");
    felix = new Felix(properties);
    felix.start();
  }

  private void start() throws Exception {
    List<Bundle> installed = new ArrayList<>();
    for (String name : BUNDLES) {
      Path jar = jar(name);
      installed.add(
          felix.getBundleContext().installBundle("feature:" + name, Files.newInputStream(jar)));
    }
    quotesAreNotLogged(installed);
    for (Bundle bundle : installed) {
      bundle.start();
    }
  }

  /** Quotes go through, but millions of them need not lie on a disk. */
  private static void quotesAreNotLogged(List<Bundle> installed) throws Exception {
    for (Bundle bundle : installed) {
      if (bundle.getSymbolicName().equals("org.apache.felix.configadmin")) {
        bundle.start();
        BundleContext context = bundle.getBundleContext();
        ServiceReference<?> reference =
            context.getServiceReference("org.osgi.service.cm.ConfigurationAdmin");
        Object admin = context.getService(reference);
        Object configuration =
            admin
                .getClass()
                .getMethod("getConfiguration", String.class, String.class)
                .invoke(admin, "souk.offer.engine", "?");
        Dictionary<String, Object> values = new Hashtable<>(Map.of("logShare", 0.0));
        configuration
            .getClass()
            .getMethod("update", Dictionary.class)
            .invoke(configuration, values);
      }
    }
  }

  /** Packages of the contracts on the class path, as the contracts' own manifests name them. */
  private static String contracts() throws IOException {
    List<String> exports = new ArrayList<>();
    for (Class<?> type : List.of(Money.class, Snapshot.class, OfferEngine.class, Logger.class)) {
      Path jar = Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
      try (JarFile file = new JarFile(jar.toFile())) {
        exports.add(file.getManifest().getMainAttributes().getValue("Export-Package"));
      }
    }
    return String.join(",", exports);
  }

  private static Path jar(String name) throws IOException {
    Path repository = Path.of(System.getProperty("souk.home"), "repository");
    try (Stream<Path> files = Files.walk(repository)) {
      return files
          .filter(f -> f.getFileName().toString().matches(name + "-\\d.*\\.jar"))
          .findFirst()
          .orElseThrow(() -> new IOException("There is no " + name + " in " + repository + "."));
    }
  }

  <T> T service(Class<T> type) throws InterruptedException {
    BundleContext context = felix.getBundleContext();
    long end = System.currentTimeMillis() + WAIT_MILLIS;
    ServiceReference<T> reference = context.getServiceReference(type);
    while (reference == null && System.currentTimeMillis() < end) {
      Thread.sleep(20);
      reference = context.getServiceReference(type);
    }
    if (reference == null) {
      throw new IllegalStateException("There is no " + type.getName() + ".");
    }
    return context.getService(reference);
  }

  ServiceRegistration<LinePricer> offer(String strategy, LinePricer pricer) {
    Dictionary<String, Object> properties = new Hashtable<>();
    properties.put("souk.role", "LinePricer");
    properties.put("souk.strategy", strategy);
    properties.put("souk.version", "1.0.0");
    properties.put("service.ranking", -1);
    return felix.getBundleContext().registerService(LinePricer.class, pricer, properties);
  }

  @Override
  public void close() throws Exception {
    felix.stop();
    felix.waitForStop(WAIT_MILLIS);
  }
}
