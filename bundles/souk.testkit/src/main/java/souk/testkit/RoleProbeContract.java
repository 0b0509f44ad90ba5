package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import souk.kernel.spi.RoleProbe;

/**
 * What every {@link RoleProbe} must keep. Extend it; give a strategy that may serve and one not.
 */
public abstract class RoleProbeContract {
  /** The probe under test; may be a new one each time. */
  protected abstract RoleProbe subject();

  /** A strategy that keeps the contract of the role. */
  protected abstract Object goodStrategy();

  /** A strategy that answers what the contract forbids. */
  protected abstract Object badStrategy();

  @Test
  protected void namesItsRole() {
    assertTrue(subject().role().matches("[A-Z][A-Za-z]*"), subject().role());
  }

  @Test
  protected void letsAGoodStrategyServe() throws Exception {
    assertEquals(Optional.empty(), subject().probe(goodStrategy()));
  }

  @Test
  protected void saysWhatIsWrongWithABadOne() throws Exception {
    Optional<String> verdict = subject().probe(badStrategy());
    assertFalse(verdict.orElse("").isBlank(), "a bad strategy must be named in words");
  }

  @Test
  protected void sameStrategySameVerdictFromEightThreads() throws Exception {
    RoleProbe shared = subject();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Optional<String>>> verdicts = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        Object strategy = i % 2 == 0 ? goodStrategy() : badStrategy();
        verdicts.add(threads.submit(() -> shared.probe(strategy)));
      }
      for (int i = 0; i < verdicts.size(); i++) {
        assertEquals(i % 2 == 0, verdicts.get(i).get().isEmpty(), "verdict " + i);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
