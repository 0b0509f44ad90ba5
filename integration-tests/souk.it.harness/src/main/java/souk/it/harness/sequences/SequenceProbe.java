package souk.it.harness.sequences;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import souk.kernel.api.StrategyRouter;

/**
 * Runs inside the platform, as the code of an integrator would: learns, answers, kills, exchanges,
 * and writes down what it saw.
 */
public final class SequenceProbe implements BundleActivator {
  /** Where the figures are written, below the state folder. */
  public static final String FIGURES = "tmp/sequences.properties";

  /** Header of the bundle that says how much is done. */
  static final String WORK = "Souk-Work";

  @Override
  public void start(BundleContext context) {
    Thread probe = new Thread(() -> run(context), "sequence-probe");
    probe.setDaemon(true);
    probe.start();
  }

  private static void run(BundleContext context) {
    Properties figures = new Properties();
    try {
      ServiceReference<StrategyRouter> reference =
          context.getServiceReference(StrategyRouter.class);
      new Measurement(context, context.getService(reference), figures).run();
    } catch (Exception | LinkageError failed) {
      List<String> causes = new ArrayList<>();
      for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
        causes.add(cause.toString());
      }
      figures.setProperty("failed", String.join("; because ", causes));
    }
    try {
      write(Path.of(context.getProperty("souk.data")).resolve(FIGURES), figures);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void write(Path file, Properties figures) throws IOException {
    List<String> lines = new ArrayList<>();
    figures.stringPropertyNames().stream()
        .sorted()
        .forEach(name -> lines.add(name + "=" + figures.getProperty(name).replace('\n', ' ')));
    Path part = Files.write(file.resolveSibling("sequences.part"), lines, StandardCharsets.UTF_8);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void stop(BundleContext context) {
    // The thread ends by itself.
  }
}
