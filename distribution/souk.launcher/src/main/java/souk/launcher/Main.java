package souk.launcher;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Entry point: {@code java -Dsouk.home=… -cp lib/launcher/* souk.launcher.Main [--check]}. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    int code;
    try {
      code = run(arguments).value();
    } catch (LaunchFailure e) {
      System.err.println("souk: " + e.getMessage());
      code = e.code().value();
    } catch (IOException | RuntimeException e) {
      LoggerFactory.getLogger(Main.class).error("The platform did not start", e);
      System.err.println("souk: the platform did not start: " + e);
      code = ExitCode.FAILED.value();
    } catch (InterruptedException e) {
      code = ExitCode.FAILED.value();
    }
    Runtime.getRuntime().exit(code);
  }

  private static ExitCode run(String[] arguments) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    Places places = Places.fromSystemProperties();
    Settings settings = Settings.read(places.conf());
    String version = System.getProperty("souk.version", "unknown");
    boolean check = arguments.length == 1 && "--check".equals(arguments[0]);
    if (check) {
      Installation installation =
          new FeatureFiles(places, FrameworkSettings.of(places, settings, 0, version)).read();
      System.out.println(
          "%d bundles, %d configurations: complete"
              .formatted(installation.bundles().size(), installation.configurations().size()));
      return ExitCode.OK;
    }
    CountDownLatch released = new CountDownLatch(1);
    try (StateFolder state = StateFolder.take(places, version)) {
      int port = Port.claim(settings);
      serve(places, settings, port, version, state, released, begin);
    } finally {
      released.countDown();
    }
    return ExitCode.OK;
  }

  private static void serve(
      Places places,
      Settings settings,
      int port,
      String version,
      StateFolder state,
      CountDownLatch released,
      long begin)
      throws IOException, InterruptedException {
    Logger log = LoggerFactory.getLogger(Main.class);
    HeapWatch.begin();
    System.setProperty("java.io.tmpdir", places.temporary().toString());
    StateFolder.createOwnerOnly(places.deploy());
    Map<String, String> properties = FrameworkSettings.of(places, settings, port, version);
    Installation installation = new FeatureFiles(places, properties).read();
    Platform platform = new Platform(places, properties);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform, released), "souk-stop"));
    try {
      platform.start(installation);
      String url = "http://%s:%d".formatted(settings.host(), port);
      state.announce(url, version);
      log.info(
          "Souk {} answers on {}: {} bundles in {} ms",
          version,
          url,
          platform.bundleCount(),
          (System.nanoTime() - begin) / 1_000_000);
      platform.awaitStop();
    } catch (LaunchFailure | IOException e) {
      platform.stop();
      throw e;
    }
    state.seal();
    log.info("Souk stopped");
  }

  /** A signal arrived: the process may only end after the state folder was given back. */
  private static void stop(Platform platform, CountDownLatch released) {
    platform.stop();
    try {
      if (!released.await(5, TimeUnit.SECONDS)) {
        System.err.println("souk: the state folder was not given back within 5 s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
