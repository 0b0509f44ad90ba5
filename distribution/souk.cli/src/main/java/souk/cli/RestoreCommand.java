package souk.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    header = "Restores the state from a backup; the platform must be stopped.",
    description = {
      "Restores the state from a backup. The platform must be stopped. Every checksum is compared "
          + "before anything is touched. A state that is there already is replaced only with "
          + "--replace and then kept beside the new one; --undo puts it back.",
      "Keys and passwords are not in a backup: those of the replaced state stay; without one, new "
          + "ones are made at the next start."
    })
final class RestoreCommand implements Callable<Integer> {
  @Mixin private PlaceOptions options;

  @Parameters(paramLabel = "FILE", arity = "0..1", description = "Archive made by souk backup.")
  private Path file;

  @Option(names = "--replace", description = "Replace the state that is there; it is kept.")
  private boolean replace;

  @Option(names = "--check", description = "Only compare all checksums.")
  private boolean check;

  @Option(names = "--undo", description = "Put back what the last restore replaced.")
  private boolean undo;

  @Option(
      names = "--deploy",
      paramLabel = "DIR",
      description = "Drop folder (default: SOUK_DEPLOY or deploy beside bin).")
  private Path deploy;

  @Override
  public Integer call() throws Exception {
    if ((file == null) != undo) {
      throw new CliFailure(
          ExitCode.USAGE,
          "Name either an archive or --undo.\nMaybe \"souk restore --help\" helps.");
    }
    Place place = options.place();
    Path drop = deploy != null ? deploy.toAbsolutePath().normalize() : place.deploy();
    StateSwap swap = new StateSwap(place.data(), drop, Clock.systemUTC().instant());
    if (undo) {
      refuseRunning(place);
      tell(swap.undo(), "The state from before the last restore is back in " + place.data());
    } else {
      try (BackupFile archive = BackupFile.open(file)) {
        restore(archive, place, swap);
      }
    }
    return ExitCode.OK.value();
  }

  private void restore(BackupFile archive, Place place, StateSwap swap) throws IOException {
    if (check) {
      ProgressBar bar = ProgressBar.onErrorStream("Comparing");
      archive.verify(bar);
      bar.done("%d files, %,d bytes".formatted(archive.files(), archive.bytes()));
      System.out.println(
          "Whole: state of %s, Souk %s, %s"
              .formatted(archive.at(), archive.version(), archive.marks()));
      return;
    }
    refuseRunning(place);
    if (swap.occupied() && !replace) {
      throw new CliFailure(
          ExitCode.USAGE,
          """
          The state folder %s or its drop folder is not empty.
          Maybe name another one with --data and --deploy, or use --replace: what is there is kept beside it."""
              .formatted(place.data()));
    }
    Path staging = swap.staging();
    ProgressBar bar = ProgressBar.onErrorStream("Restoring");
    try {
      Files.createDirectories(staging.getParent());
      OwnerOnly.createFolders(staging.getParent(), staging);
      archive.unpack(staging, bar);
      List<Path> aside =
          swap.install(staging, file.toAbsolutePath() + ", state of " + archive.at());
      bar.done("%d files, %,d bytes".formatted(archive.files(), archive.bytes()));
      tell(aside, "The state of %s is in %s".formatted(archive.at(), place.data()));
    } finally {
      Session.delete(staging);
    }
  }

  private static void refuseRunning(Place place) {
    if (Running.at(place).isPresent()) {
      throw new CliFailure(
          ExitCode.STATE_IN_USE,
          """
          A platform runs on the state folder %s.
          Maybe stop it first with "souk stop"."""
              .formatted(place.data()));
    }
  }

  private static void tell(List<Path> aside, String done) {
    System.out.println(done);
    aside.forEach(folder -> System.out.println("Kept as it was: " + folder));
  }
}
