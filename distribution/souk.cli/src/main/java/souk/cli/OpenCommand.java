package souk.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "open",
    mixinStandardHelpOptions = true,
    description = "Opens the web console or the report in the browser; prints the address as well.")
final class OpenCommand implements Callable<Integer> {
  /** What there is to look at. */
  enum Page {
    CONSOLE("/system/console"),
    STRATEGIES("/system/console/souk-strategies"),
    PLANS("/system/console/souk-plans"),
    REPORT("/api/v1/report");

    private final String path;

    Page(String path) {
      this.path = path;
    }
  }

  @Mixin private PlaceOptions options;

  @Parameters(
      arity = "0..1",
      defaultValue = "console",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Page page;

  @Override
  public Integer call() {
    Place place = options.place();
    Running running = Running.require(place);
    String address =
        page == Page.REPORT
            ? ReportFile.save(place, running).toUri().toString()
            : running.url() + page.path;
    System.out.println(address);
    for (String opener : List.of("xdg-open", "open")) {
      try {
        new ProcessBuilder(opener, address)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
        return ExitCode.OK.value();
      } catch (IOException e) {
        // This desktop has another opener, or none: the address is printed.
      }
    }
    return ExitCode.OK.value();
  }
}
