package souk.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "stop",
    mixinStandardHelpOptions = true,
    description = "Stops the platform and returns when it is gone.")
final class StopCommand implements Callable<Integer> {
  @Mixin private PlaceOptions options;

  @Override
  public Integer call() {
    Place place = options.place();
    Optional<Running> running = Running.at(place);
    if (running.isEmpty()) {
      System.out.println("No platform runs on " + place.data() + ".");
      return ExitCode.OK.value();
    }
    ProgressBar bar = ProgressBar.onErrorStream("Stopping");
    PlatformProcess.stop(running.get());
    bar.done("process " + running.get().pid() + " ended");
    return ExitCode.OK.value();
  }
}
