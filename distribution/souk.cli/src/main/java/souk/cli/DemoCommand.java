package souk.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    header = "Shows the whole decision loop on a real shop's data.",
    description =
        "Loads a year of a real shop's sales into a state folder of its own and closes "
            + "the decision loop twice on simulated sales; prints what came out and stays up "
            + "until Ctrl-C.")
final class DemoCommand implements Callable<Integer> {
  @Option(names = "--once", description = "Stops the platform after the summary.")
  private boolean once;

  @Option(names = "--port", paramLabel = "N", description = "Port; 0 picks a free one.")
  private Integer port;

  @Option(names = "--keep", description = "Goes on with the state of the last demonstration.")
  private boolean keep;

  @Override
  public Integer call() throws InterruptedException {
    Place place = Place.fromSystemProperties().demo();
    Optional<Running> present = Running.at(place);
    if (present.isPresent()) {
      throw new CliFailure(
          ExitCode.STATE_IN_USE,
          "A demonstration runs already: process %d on %s.\nMaybe look at it, or stop it with \"souk stop --demo\"."
              .formatted(present.get().pid(), present.get().url()));
    }
    if (!keep) {
      Session.delete(place.data());
    }
    ProgressBar bar = ProgressBar.onErrorStream("Starting the platform");
    Running running = PlatformProcess.start(place, wanted());
    bar.done(running.url().toString());
    Thread stop = new Thread(() -> PlatformProcess.stop(running), "souk-demo-stop");
    Runtime.getRuntime().addShutdownHook(stop);
    Demo demo = new Demo(place, running);
    try {
      demo.play();
    } finally {
      demo.summary().print(System.out);
    }
    System.out.println();
    Addresses.print(System.out, place, running);
    System.out.println("Report    " + ReportFile.save(place, running));
    if (!once) {
      System.out.println("\nThe platform stays up. Ctrl-C stops it.");
      new CountDownLatch(1).await();
    }
    return ExitCode.OK.value();
  }

  private Optional<Integer> wanted() {
    if (port != null) {
      return Optional.of(port);
    }
    String environment = System.getenv("SOUK_PORT");
    return once && (environment == null || environment.isBlank())
        ? Optional.of(0)
        : Optional.empty();
  }
}
