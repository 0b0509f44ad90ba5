package souk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SoukTest {
  private final StringWriter said = new StringWriter();

  private int run(String... arguments) {
    CommandLine line = Souk.commandLine();
    line.setOut(new PrintWriter(said, true));
    line.setErr(new PrintWriter(said, true));
    return line.execute(arguments);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "start",
        "stop",
        "status",
        "open",
        "demo",
        "load",
        "ladder",
        "forecast",
        "quote",
        "strategies"
      })
  void everyVerbExplainsItself(String verb) {
    assertEquals(0, run(verb, "--help"));
    assertTrue(
        said.toString().startsWith("Usage: souk " + verb)
            || said.toString().contains("Usage: souk " + verb));
  }

  @Test
  void helpListsVerbsAndExitCodes() {
    assertEquals(0, run("--help"));
    assertTrue(said.toString().contains("forecast"));
    assertTrue(said.toString().contains("4  the port is taken"));
  }

  @Test
  void anUnknownVerbIsAUsageError() {
    assertEquals(ExitCode.USAGE.value(), run("shred"));
  }

  @Test
  void aVerbWithoutPlatformSaysSo(@TempDir Path folder) {
    assertEquals(ExitCode.NOT_RUNNING.value(), run("status", "--data", folder.toString()));
    assertTrue(said.toString().contains(folder.toString()), said::toString);
  }
}
