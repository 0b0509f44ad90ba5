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
}
