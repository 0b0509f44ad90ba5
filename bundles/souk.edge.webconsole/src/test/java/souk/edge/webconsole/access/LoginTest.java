package souk.edge.webconsole.access;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginTest {
  @TempDir Path folder;

  private static final class HandClock extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @Test
  void onlyTheRightPairMatchesAndThePasswordIsNotInTheFile() throws IOException {
    Path file = folder.resolve("secrets").resolve("console.properties");
    assertEquals(Optional.empty(), PasswordFile.read(file));
    String password =
        Files.readString(PasswordFile.create(file, "admin", new SecureRandom())).strip();
    PasswordFile login = PasswordFile.read(file).orElseThrow();
    assertTrue(login.matches("admin", password));
    assertFalse(login.matches("admin", password + "x"));
    assertFalse(login.matches("root", password));
    assertFalse(login.matches("admin", ""));
    String text = Files.readString(file);
    assertFalse(text.contains(password));
    assertTrue(text.contains("iterations=210000"));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
  }

  /** Published vector for PBKDF2-HMAC-SHA256: password, salt, 4096 iterations. */
  @Test
  void theHashIsTheStandardOne() {
    assertArrayEquals(
        HexFormat.of().parseHex("c5e478d59288c841aa530db6845c4c8d962893a001ce4e11a4963873aa98134a"),
        Pbkdf2.hash("password", "salt".getBytes(StandardCharsets.US_ASCII), 4096));
  }

  @Test
  void aWeakenedOrDamagedFileIsRefusedByName() throws IOException {
    Path file = folder.resolve("console.properties");
    Files.writeString(
        file, "user=a\nalgorithm=PBKDF2WithHmacSHA256\niterations=1\nsalt=AA==\nhash=AA==\n");
    assertTrue(
        assertThrows(IOException.class, () -> PasswordFile.read(file))
            .getMessage()
            .contains("console.properties"));
    Files.writeString(file, "user=a\n");
    assertThrows(IOException.class, () -> PasswordFile.read(file));
  }

  @Test
  void afterFiveFailuresTheAddressWaitsLongerAndLonger() {
    HandClock clock = new HandClock();
    LoginThrottle throttle = new LoginThrottle(clock);
    for (int i = 0; i < 5; i++) {
      assertEquals(Duration.ZERO, throttle.wait("a"));
      throttle.failed("a");
    }
    assertEquals(Duration.ofSeconds(1), throttle.wait("a"));
    assertEquals(Duration.ZERO, throttle.wait("b"));
    clock.now = clock.now.plusSeconds(1);
    assertEquals(Duration.ZERO, throttle.wait("a"));
    throttle.failed("a");
    assertEquals(Duration.ofSeconds(2), throttle.wait("a"));
    for (int i = 0; i < 50; i++) {
      throttle.failed("a");
    }
    assertEquals(Duration.ofSeconds(60), throttle.wait("a"));
    throttle.succeeded("a");
    assertEquals(Duration.ZERO, throttle.wait("a"));
  }

  @Test
  void rightCredentialsAreRememberedForAQuarterOfAnHour() {
    HandClock clock = new HandClock();
    VerifiedLogins verified = new VerifiedLogins(new SecureRandom(), clock);
    verified.add("right");
    assertTrue(verified.knows("right"));
    assertFalse(verified.knows("wrong"));
    clock.now = clock.now.plus(Duration.ofMinutes(16));
    assertFalse(verified.knows("right"));
  }
}
