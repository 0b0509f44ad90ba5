package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import souk.kernel.spi.ConfigurationCheck;

/**
 * What every {@link ConfigurationCheck} must keep. Extend it; give values that the component takes
 * and values that it refuses.
 */
public abstract class ConfigurationCheckContract {
  /** The check under test; may be a new one each time. */
  protected abstract ConfigurationCheck subject();

  /** Values with which the component starts. */
  protected abstract Map<String, Object> goodValues();

  /** Values with which it does not. */
  protected abstract Map<String, Object> badValues();

  @Test
  protected void takesGoodValues() {
    assertEquals(Optional.empty(), subject().refuses(Map.copyOf(goodValues())));
  }

  @Test
  protected void saysWhatIsWrongWithBadOnes() {
    String why = subject().refuses(Map.copyOf(badValues())).orElse("");
    assertFalse(why.isBlank(), "bad values must be refused in words");
  }

  @Test
  protected void sameValuesSameAnswer() {
    ConfigurationCheck check = subject();
    Optional<String> first = check.refuses(Map.copyOf(badValues()));
    check.refuses(Map.copyOf(goodValues()));
    assertEquals(first, check.refuses(Map.copyOf(badValues())));
  }
}
