package souk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrategiesCommandTest {
  @Test
  void aShareIsWrittenInEitherWay() {
    assertEquals(0.05, StrategiesCommand.share("5%"), 1e-12);
    assertEquals(0.05, StrategiesCommand.share("0.05"), 1e-12);
    assertEquals(1, StrategiesCommand.share("100%"), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "0", "-1%", "101%", "x", "%", "NaN", ""})
  void otherSharesAreRefused(String share) {
    CliFailure refused = assertThrows(CliFailure.class, () -> StrategiesCommand.share(share));
    assertEquals(ExitCode.USAGE, refused.code());
  }

  @Test
  void whoServesIsSaidTruthfully() {
    ObjectNode role = Api.object();
    role.putNull("serving").put("calledByName", false);
    assertEquals("(nobody serves)", StrategiesCommand.serving(role));
    role.put("calledByName", true);
    assertEquals("(each by its name)", StrategiesCommand.serving(role));
    role.putObject("serving").put("strategy", "price-book").put("version", "1.0.0");
    assertEquals("price-book 1.0.0", StrategiesCommand.serving(role));
  }
}
