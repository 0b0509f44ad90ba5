package souk.it.harness.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import souk.it.harness.Platform;
import souk.it.harness.ProbeBundle;

/** Has bundles of a running platform exchanged, from outside. */
public final class Exchanges {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final Platform platform;

  private Exchanges(Platform platform) {
    this.platform = platform;
  }

  /** Drops the bundle that does it. */
  public static Exchanges in(Platform platform, Path folder) throws Exception {
    platform.drop(
        ProbeBundle.write(
            folder,
            Exchanger.class,
            "org.osgi.framework,org.osgi.framework.wiring",
            Map.of(),
            Exchange.class),
        "exchanger.jar");
    return new Exchanges(platform);
  }

  /** Exchanges a bundle and returns the milliseconds until the framework was done. */
  public long exchange(String name) throws Exception {
    Path done = platform.data().resolve(Exchanger.DONE);
    Files.deleteIfExists(done);
    Path part = Files.writeString(platform.data().resolve(Exchanger.ASKED + ".part"), name);
    Files.move(part, platform.data().resolve(Exchanger.ASKED), StandardCopyOption.ATOMIC_MOVE);
    Platform.await("the exchange of " + name, LIMIT, () -> Files.exists(done), there -> there);
    String said = Files.readString(done);
    if (!said.matches("\\d+")) {
      throw new IllegalStateException(name + ": " + said);
    }
    return Long.parseLong(said);
  }

  /** Native libraries of bundles that are mapped into the platform's process, each copy once. */
  public long mappedLibraries() throws IOException {
    Path own = Path.of(System.getProperty("java.home")).toRealPath();
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + platform.pid() + "/maps"))) {
      return lines
          .filter(line -> line.contains(" 00000000 ") && line.contains(".so"))
          .filter(line -> !line.contains(" /usr/lib") && !line.contains(" /lib"))
          .filter(line -> !line.contains(own.toString()))
          .count();
    }
  }
}
