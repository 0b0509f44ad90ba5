package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import souk.kernel.spi.ConfigurationCheck;

class ConfigurationCheckContractCanFailTest {
  private static class Given extends ConfigurationCheckContract {
    private final ConfigurationCheck check;

    Given(ConfigurationCheck check) {
      this.check = check;
    }

    @Override
    protected ConfigurationCheck subject() {
      return check;
    }

    @Override
    protected Map<String, Object> goodValues() {
      return Map.of("limit", 1);
    }

    @Override
    protected Map<String, Object> badValues() {
      return Map.of("limit", -1);
    }
  }

  @Test
  void aCheckThatRefusesAllFails() {
    Given given = new Given(values -> Optional.of("no"));
    assertThrows(AssertionFailedError.class, given::takesGoodValues);
  }

  @Test
  void aCheckThatTakesAllFails() {
    Given given = new Given(values -> Optional.empty());
    assertThrows(AssertionFailedError.class, given::saysWhatIsWrongWithBadOnes);
  }

  @Test
  void aCheckThatChangesItsMindFails() {
    int[] asked = {0};
    Given given = new Given(values -> Optional.of("no " + asked[0]++));
    assertThrows(AssertionFailedError.class, given::sameValuesSameAnswer);
  }
}
