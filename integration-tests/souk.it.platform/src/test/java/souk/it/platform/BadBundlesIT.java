package souk.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import souk.it.harness.BadForecasts;
import souk.it.harness.BadKind;
import souk.it.harness.OpenShop;
import souk.it.harness.Ordeal;
import souk.it.harness.Platform;

/** The short form of {@code ./souk bench badbundles}. The order matters: loops come last. */
class BadBundlesIT {
  private static final Path BAD = Path.of(System.getProperty("souk.it.badbundles"));
  private static final int CALLS = 200;
  private static final int ENTERED = 20;

  @TempDir static Path folder;
  private static Platform platform;
  private static Ordeal ordeal;

  @BeforeAll
  static void startAndPublish() throws Exception {
    platform = OpenShop.start(folder);
    Ordeal.install(platform, BAD);
    ordeal = new Ordeal(platform, true);
  }

  @AfterAll
  static void stop() throws Exception {
    if (platform != null) {
      platform.kill();
    }
  }

  static Stream<BadKind> kinds() {
    return BadKind.all().stream().filter(kind -> !kind.mayKill());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyQuoteIsAnsweredByTheFallback(BadKind kind) throws Exception {
    int enter = kind.comesBack() ? ENTERED : 0;
    Ordeal.Outcome outcome = ordeal.run(kind, CALLS, enter, Duration.ofSeconds(20));
    assertEquals(0, outcome.failed(), outcome::toString);
    assertEquals(5, outcome.failuresToOpen(), outcome::toString);
    assertTrue(outcome.calls() >= CALLS, outcome::toString);
    assertTrue(outcome.entered() >= 5, outcome::toString);
    assertTrue(kind.explains(outcome.reason()), outcome::toString);
    if (!kind.comesBack()) {
      assertTrue(outcome.stuck() >= 5, outcome::toString);
    }
    assertTrue(platform.alive());
  }

  @Test
  void noForecastHoldsWhatIsNotANumber() throws Exception {
    BadForecasts.Outcome outcome = new BadForecasts(platform).run(50);
    assertEquals(0, outcome.failed(), outcome::toString);
    assertTrue(outcome.entered() >= 5, outcome::toString);
    assertTrue(outcome.reason().contains("NaN"), outcome::toString);
  }
}
