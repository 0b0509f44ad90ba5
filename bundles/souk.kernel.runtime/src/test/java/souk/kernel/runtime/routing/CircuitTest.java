package souk.kernel.runtime.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import souk.kernel.api.CircuitState;

class CircuitTest {
  @Test
  void opensOnlyAfterFailuresInARow() {
    Circuit circuit = new Circuit(3, Long.MAX_VALUE);
    assertFalse(circuit.failed());
    assertFalse(circuit.failed());
    circuit.succeeded();
    assertFalse(circuit.failed());
    assertFalse(circuit.failed());
    assertTrue(circuit.failed());
    assertEquals(CircuitState.OPEN, circuit.state());
    assertFalse(circuit.allows(false));
  }

  @Test
  void oneTrialAfterThePauseDecides() {
    Circuit circuit = new Circuit(1, 0);
    circuit.failed();
    assertTrue(circuit.allows(false));
    assertEquals(CircuitState.HALF_OPEN, circuit.state());
    assertFalse(circuit.allows(false), "only one trial at a time");
    circuit.failed();
    assertEquals(CircuitState.OPEN, circuit.state());
    assertTrue(circuit.allows(false));
    circuit.succeeded();
    assertEquals(CircuitState.CLOSED, circuit.state());
  }

  @Test
  void noTrialWhileCallsAreStuck() {
    Circuit circuit = new Circuit(1, 0);
    circuit.failed();
    assertFalse(circuit.allows(true));
    assertTrue(circuit.allows(false));
  }

  @Test
  void callsThatOneStandstillMadeLateAreOneFailure() {
    Circuit circuit = new Circuit(3, Long.MAX_VALUE);
    long together = System.nanoTime();
    for (int stuck = 1; stuck <= 6; stuck++) {
      assertFalse(circuit.late(together, stuck));
    }
    assertFalse(circuit.late(System.nanoTime(), 1), "the second");
    assertTrue(circuit.late(System.nanoTime(), 1), "the third");
    assertEquals(CircuitState.OPEN, circuit.state());
  }

  @Test
  void whereManyAreStuckEachCounts() {
    Circuit circuit = new Circuit(3, Long.MAX_VALUE);
    long together = System.nanoTime();
    assertFalse(circuit.late(together, 7));
    assertFalse(circuit.late(together, 8));
    assertTrue(circuit.late(together, 9));
  }

  @Test
  void whatLatenessOpenedIsTriedOnceAsSoonAsAllCameBack() {
    Circuit circuit = new Circuit(1, Long.MAX_VALUE);
    assertTrue(circuit.late(System.nanoTime(), 1));
    assertFalse(circuit.allows(true), "not while a call is stuck");
    assertTrue(circuit.allows(false));
    assertFalse(circuit.allows(false), "one trial at a time");
    assertFalse(circuit.late(System.nanoTime(), 1));
    assertFalse(circuit.allows(false), "now the pause counts");
    circuit.reset();
    assertTrue(circuit.late(System.nanoTime(), 1));
    assertTrue(circuit.allows(false));
    circuit.succeeded();
    assertEquals(CircuitState.CLOSED, circuit.state());
  }

  @Test
  void otherFailuresWaitForThePause() {
    Circuit circuit = new Circuit(2, Long.MAX_VALUE);
    assertFalse(circuit.failed());
    assertTrue(circuit.late(System.nanoTime(), 1));
    assertFalse(circuit.allows(false));
    circuit.reset();
    circuit.trip();
    assertFalse(circuit.allows(false));
  }
}
