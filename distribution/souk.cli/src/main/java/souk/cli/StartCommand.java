package souk.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "start",
    mixinStandardHelpOptions = true,
    description = "Starts the platform and returns when it answers.")
final class StartCommand implements Callable<Integer> {
  @Mixin private PlaceOptions options;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port instead of the one in conf/souk.properties; 0 picks a free one.")
  private Integer port;

  @Option(
      names = "--foreground",
      description = "Stays in the foreground with log and shell; also takes --host and --deploy.")
  @SuppressWarnings("UnusedVariable") // bin/souk reads it; here only for the help
  private boolean foreground;

  @Override
  public Integer call() {
    Place place = options.place();
    Optional<Running> present = Running.at(place);
    if (present.isPresent()) {
      throw new CliFailure(
          ExitCode.STATE_IN_USE,
          """
          The state folder %s is in use by process %d, which answers on %s.
          Maybe "souk status" or "souk open" is what you want."""
              .formatted(place.data(), present.get().pid(), present.get().url()));
    }
    ProgressBar bar = ProgressBar.onErrorStream("Starting");
    Running running = PlatformProcess.start(place, Optional.ofNullable(port));
    bar.done("process " + running.pid());
    Addresses.print(System.out, place, running);
    return ExitCode.OK.value();
  }
}
