package souk.it.harness.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.wiring.FrameworkWiring;

/** Replaces a bundle of the platform by itself: updated from its jar, then refreshed. */
public final class Exchange {
  private static final long LIMIT_SECONDS = 60;

  private Exchange() {}

  /** Returns when the framework has refreshed the bundle and all who were wired to it. */
  public static void of(BundleContext context, String name)
      throws IOException, BundleException, InterruptedException {
    Bundle bundle =
        Arrays.stream(context.getBundles())
            .filter(one -> name.equals(one.getSymbolicName()))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("No bundle " + name + " is here."));
    try (InputStream in = Files.newInputStream(jar(context, name))) {
      bundle.update(in);
    }
    CountDownLatch refreshed = new CountDownLatch(1);
    context
        .getBundle(0)
        .adapt(FrameworkWiring.class)
        .refreshBundles(
            List.of(bundle),
            event -> {
              if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                refreshed.countDown();
              }
            });
    if (!refreshed.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(name + " was not refreshed within " + LIMIT_SECONDS + " s.");
    }
  }

  private static Path jar(BundleContext context, String name) throws IOException {
    Path folder =
        Path.of(context.getProperty("souk.home")).resolve("repository/org/souk").resolve(name);
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).findFirst().orElseThrow();
    }
  }
}
