package souk.edge.webconsole.felix;

import java.io.File;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.felix.framework.Felix;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import souk.data.api.DataQuality;
import souk.data.api.Loads;
import souk.data.api.SalesHistory;
import souk.demand.api.DemandBaselines;
import souk.demand.api.DemandForecasts;
import souk.demand.api.ForecastMonitor;
import souk.edge.webconsole.Counter;
import souk.edge.webconsole.Demand;
import souk.edge.webconsole.HoldOut;
import souk.edge.webconsole.Learned;
import souk.edge.webconsole.Parts;
import souk.edge.webconsole.Samples;
import souk.edge.webconsole.Stock;
import souk.edge.webconsole.Tally;
import souk.edge.webconsole.Trying;
import souk.edge.webconsole.Watch;
import souk.edge.webconsole.Work;
import souk.evidence.api.Experiments;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.DecisionLog;
import souk.kernel.api.Jobs;
import souk.kernel.api.LearningDesk;
import souk.kernel.api.RouterAdmin;
import souk.kernel.api.Snapshots;
import souk.kernel.api.Trials;
import souk.offer.api.CouponLedger;
import souk.offer.api.OfferEngine;
import souk.offer.api.OfferLanguage;
import souk.plan.api.Plans;
import souk.trust.api.Approvals;
import souk.trust.api.OfferDesk;
import souk.trust.api.Publisher;

/** The web console in a real framework with a real server, in front of the sample shop. */
public final class ConsoleFelix implements AutoCloseable {
  private static final String SHARED =
      "souk.model;version=1.9.0,souk.kernel.api;version=1.9.0,souk.kernel.spi;version=1.9.0,"
          + "souk.data.api;version=1.9.0,souk.customer.api;version=1.9.0,souk.demand.api;version=1.9.0,souk.demand.spi;version=1.9.0,"
          + "souk.evidence.api;version=1.9.0,ch.qos.logback.classic;version=1.5.18,"
          + "ch.qos.logback.core;version=1.5.18,ch.qos.logback.core.spi;version=1.5.18,"
          + "ch.qos.logback.classic.spi;version=1.5.18,"
          + "souk.plan.api;version=1.9.0,souk.trust.api;version=1.9.0,"
          + "souk.offer.api;version=1.9.0,com.fasterxml.jackson.core;version=2.22.0,"
          + "org.slf4j;version=1.7.36,org.slf4j;version=2.0.17,org.slf4j.helpers;version=1.7.36,"
          + "org.slf4j.helpers;version=2.0.17,org.slf4j.spi;version=1.7.36,"
          + "org.slf4j.spi;version=2.0.17";
  private static final List<String> BUNDLES =
      List.of(
          "org.osgi.util.function",
          "org.osgi.util.promise",
          "org.osgi.service.component",
          "org.osgi.util.pushstream",
          "org.apache.felix.log",
          "org.apache.felix.configadmin",
          "org.apache.felix.metatype",
          "org.apache.felix.scr",
          "org.apache.felix.http.servlet-api",
          "org.apache.felix.http.wrappers",
          "org.apache.felix.http.jetty12",
          "commons-io",
          "commons-fileupload",
          "encoder",
          "org.apache.felix.inventory",
          "org.apache.felix.webconsole");

  /** The offers of the sample shop. */
  final Counter counter = new Counter();

  /** What was used of them. */
  final Tally ledger = new Tally();

  /** Sales and what is expected of them. */
  final Demand demand = new Demand();

  /** What the sales are made of. */
  final Parts parts = new Parts();

  /** Whether the forecasts hold. */
  final Watch watch = new Watch();

  /** What was learned. */
  final Learned learned = new Learned();

  private final Felix felix;
  private final int port;

  ConsoleFelix(Path state, Samples samples, Work work, Trying trying, int port) throws Exception {
    this.port = port;
    Map<String, Object> properties = new HashMap<>();
    properties.put("org.osgi.framework.storage", state.resolve("cache").toString());
    properties.put("org.osgi.framework.system.packages.extra", SHARED);
    properties.put("souk.data", state.toString());
    properties.put("org.apache.felix.http.host", "127.0.0.1");
    properties.put("org.osgi.service.http.port", Integer.toString(port));
    properties.put("felix.webconsole.security.providers", "souk.console.security");
    properties.put("felix.log.level", "1");
    felix = new Felix(properties);
    felix.start();
    BundleContext context = felix.getBundleContext();
    context.registerService(
        new String[] {
          RouterAdmin.class.getName(),
          Plans.class.getName(),
          Approvals.class.getName(),
          Publisher.class.getName()
        },
        samples,
        null);
    Stock stock = new Stock();
    context.registerService(
        new String[] {Loads.class.getName(), DataQuality.class.getName()}, stock, null);
    context.registerService(
        new String[] {Jobs.class.getName(), DecisionLog.class.getName()}, work, null);
    context.registerService(
        new String[] {Trials.class.getName(), AuditTrail.class.getName()}, trying, null);
    context.registerService(
        new String[] {DemandForecasts.class.getName(), SalesHistory.class.getName()}, demand, null);
    context.registerService(DemandBaselines.class, parts, null);
    context.registerService(ForecastMonitor.class, watch, null);
    context.registerService(LearningDesk.class, learned, null);
    context.registerService(Experiments.class, new HoldOut(), null);
    context.registerService(
        new String[] {
          OfferDesk.class.getName(), OfferEngine.class.getName(), OfferLanguage.class.getName()
        },
        counter,
        null);
    context.registerService(
        new String[] {CouponLedger.class.getName(), Snapshots.class.getName()}, ledger, null);
    List<Bundle> bundles = new ArrayList<>();
    for (String name : BUNDLES) {
      bundles.add(context.installBundle(jar(name).toString()));
    }
    bundles.add(context.installBundle("reference:" + new File("target/classes").toURI()));
    for (Bundle bundle : bundles) {
      bundle.start();
    }
  }

  static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Address of a console page. */
  URI page(String path) {
    return URI.create("http://localhost:" + port + "/system/console/" + path);
  }

  static String basic(String user, String password) {
    return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes());
  }

  private static URI jar(String artifact) {
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (new File(entry).getName().matches(artifact.replace(".", "\\.") + "-[0-9.]+\\.jar")) {
        return new File(entry).toURI();
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
