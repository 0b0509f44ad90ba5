package souk.launcher;

import java.util.LinkedHashMap;
import java.util.Map;

/** The properties the framework starts with; bundles read them through their context. */
final class FrameworkSettings {
  /** The launcher's class path holds these; slf4j twice, because bundles ask for 1.7 or for 2. */
  private static final String SYSTEM_PACKAGES =
      String.join(
          ",",
          "org.slf4j;version=1.7.36",
          "org.slf4j.helpers;version=1.7.36",
          "org.slf4j.spi;version=1.7.36",
          "org.slf4j.event;version=1.7.36",
          "org.slf4j;version=2.0.17",
          "org.slf4j.helpers;version=2.0.17",
          "org.slf4j.spi;version=2.0.17",
          "org.slf4j.event;version=2.0.17",
          "ch.qos.logback.classic;version=1.5.18",
          "ch.qos.logback.classic.spi;version=1.5.18",
          "ch.qos.logback.core;version=1.5.18",
          "ch.qos.logback.core.spi;version=1.5.18",
          "org.osgi.service.cm;version=1.6.0",
          "sun.misc",
          "sun.reflect",
          "sun.nio.ch");

  private FrameworkSettings() {}

  static Map<String, String> of(Places places, Settings settings, int port, String version) {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("souk.home", places.home().toString());
    map.put("souk.conf", places.conf().toString());
    map.put("souk.data", places.data().toString());
    map.put("souk.deploy", places.deploy().toString());
    map.put("souk.version", version);
    map.put("souk.host", settings.host());
    map.put("souk.port", Integer.toString(port));
    map.put("souk.deploy.pollMillis", Long.toString(settings.deployPollMillis()));
    map.put("org.osgi.framework.storage", places.frameworkStorage().toString());
    map.put("org.osgi.framework.system.packages.extra", SYSTEM_PACKAGES);
    map.put("org.osgi.framework.startlevel.beginning", "1");
    map.put("felix.startlevel.bundle", "90");
    map.put("felix.cm.dir", places.configurations().toString());
    map.put("felix.log.level", "2");
    map.put("org.apache.felix.http.host", settings.host());
    map.put("org.osgi.service.http.port", Integer.toString(port));
    map.put("org.osgi.service.http.port.secure", "-1");
    map.put("felix.webconsole.security.providers", "souk.console.security");
    map.put("gosh.args", System.getProperty("gosh.args", shell()));
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("souk.") || name.startsWith("felix."))
        .forEach(name -> map.putIfAbsent(name, System.getProperty(name)));
    settings.others().forEach(map::putIfAbsent);
    return map;
  }

  /** A shell of its own only for a person at a terminal. */
  private static String shell() {
    return System.console() == null ? "--nointeractive" : "--noshutdown";
  }
}
