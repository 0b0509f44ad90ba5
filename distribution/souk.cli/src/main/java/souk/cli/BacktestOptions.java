package souk.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How often and how far apart the history is cut. */
final class BacktestOptions {
  @Option(
      names = "--backtest",
      description =
          "Cuts the end off the history, forecasts it with each model and compares: a table of"
              + " sMAPE, MASE, RMSSE, WAPE, bias, pinball loss, coverage, MSIS. Needs no --out.")
  private boolean wanted;

  @Option(
      names = "--origins",
      defaultValue = "3",
      paramLabel = "N",
      description = "How many cuts (default: ${DEFAULT-VALUE}).")
  private int origins = 3;

  @Option(
      names = "--origin-step",
      paramLabel = "K",
      description = "Steps between two cuts; the horizon if left out.")
  private Integer step;

  @Option(
      names = "--backtest-out",
      paramLabel = "CSV",
      description = "The table as a file; implies --backtest.")
  private Path out;

  boolean wanted() {
    return wanted || out != null;
  }

  int origins() {
    return origins;
  }

  int step(int horizon) {
    return step == null ? horizon : step;
  }

  Optional<Path> out() {
    return Optional.ofNullable(out);
  }

  void check() {
    if (origins < 1 || (step != null && step < 1)) {
      throw new CliFailure(
          ExitCode.USAGE,
          "--origins and --origin-step must be at least 1, but are %d and %s."
              .formatted(origins, step));
    }
  }
}
