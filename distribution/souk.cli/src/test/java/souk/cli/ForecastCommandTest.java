package souk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ForecastCommandTest {
  @TempDir private Path folder;
  private final StringWriter said = new StringWriter();

  private int run(String arguments) throws IOException {
    Path file = folder.resolve("in.csv");
    if (!Files.exists(file)) {
      Files.writeString(file, "series,time,value\na,1,1\na,2,2\n");
    }
    CommandLine line = Souk.commandLine();
    line.setErr(new PrintWriter(said, true));
    line.setOut(new PrintWriter(said, true));
    return line.execute(("forecast " + arguments.replace("IN", file.toString())).split(" "));
  }

  /** All of these are seen before a platform is started. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--horizon 3 --out x.csv",
        "--series IN --out x.csv",
        "--series IN --horizon 3",
        "--series IN --horizon 0 --out x.csv",
        "--series IN --horizon 3 --season 0 --out x.csv",
        "--series IN --horizon 3 --quantiles 0.9,0.1 --out x.csv",
        "--series IN --horizon 3 --quantiles 10,90 --out x.csv",
        "--series IN --horizon 3 --gaps maybe --out x.csv",
        "--series IN --horizon 3 --backtest --origins 0",
        "--series IN --horizon 3 --ignore colour --out x.csv",
        "--series nowhere.csv --horizon 3 --out x.csv"
      })
  void wrongCommandLinesAreUsageErrors(String arguments) throws IOException {
    assertEquals(ExitCode.USAGE.value(), run(arguments), said::toString);
    assertFalse(said.toString().contains("Exception"), said::toString);
  }

  @Test
  void aWrongFileIsNamedWithLineColumnAndValue() throws IOException {
    Files.writeString(folder.resolve("in.csv"), "series,time,value\na,1,1\na,2,NaN\n");
    assertEquals(2, run("--series IN --horizon 3 --out x.csv"));
    assertTrue(
        said.toString().contains("in.csv, line 3, column value: \"NaN\" is no number"),
        said::toString);
  }

  @Test
  void helpNamesWhatCanBeAsked() throws IOException {
    assertEquals(0, run("--help"));
    for (String option : List.of("--models", "--backtest", "--gaps", "--integer", "--id")) {
      assertTrue(said.toString().contains(option), option);
    }
  }

  @Test
  void rowsComeInFileOrderModelByModelAndRoundedIfAsked() throws IOException {
    Path out = folder.resolve("out.csv");
    List<OneSeries> series =
        List.of(
            new OneSeries("a", 0, new double[] {1}, new double[0][], Map.of()),
            new OneSeries("=b", 0, new double[] {1}, new double[0][], Map.of()));
    ObjectMapper json = new ObjectMapper();
    try (ForecastRows rows = new ForecastRows(out, series, List.of(0.5), true, true)) {
      for (String model : List.of("ets", "theta")) {
        rows.take(1, json.readTree("{\"mean\":[1.5,1e20],\"quantiles\":[[0.4,1]]}"));
        rows.take(0, json.readTree("{\"mean\":[2,3],\"quantiles\":[[2.5,3]]}"));
        rows.write(model);
      }
      assertFalse(Files.exists(out));
      assertEquals(8, rows.finish());
    }
    List<String> lines = Files.readAllLines(out);
    assertEquals("series,step,mean,q0.5,model", lines.get(0));
    assertEquals("a,1,2,3,ets", lines.get(1));
    assertEquals("=b,2,100000000000000000000,1,ets", lines.get(4));
    assertEquals("a,1,2,3,theta", lines.get(5));
  }

  @Test
  void whatIsNotFinishedLeavesNoFile() throws IOException {
    Path out = folder.resolve("out.csv");
    try (ForecastRows rows = new ForecastRows(out, List.of(), List.of(), false, false)) {
      rows.write("ets");
    }
    try (var files = Files.list(folder)) {
      assertEquals(List.of(), files.toList());
    }
  }
}
