package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FakeClockTest {
  @Test
  void standsStillUntilMovedInEveryZone() {
    FakeClock clock = FakeClock.at(Instant.EPOCH);
    FakeClock inShanghai = clock.withZone(ZoneId.of("Asia/Shanghai"));
    assertEquals(Instant.EPOCH, clock.instant());
    clock.advance(Duration.ofHours(2));
    clock.advance(Duration.ofHours(-1));
    assertEquals(Instant.EPOCH.plusSeconds(3_600), inShanghai.instant());
    assertEquals("Asia/Shanghai", inShanghai.getZone().getId());
  }
}
