package souk.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts and stops the platform as a process of its own. */
final class PlatformProcess {
  private static final long START_MILLIS = 120_000;
  private static final long STOP_SECONDS = 45;

  private PlatformProcess() {}

  /**
   * Returns when the platform answers its health address.
   *
   * @param port empty for the configured one, 0 for a free one
   */
  static Running start(Place place, Optional<Integer> port) {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      command.add("/usr/bin/setsid");
    }
    command.add(place.script().toString());
    command.addAll(List.of("start", "--foreground", "--data", place.data().toString()));
    port.ifPresent(number -> command.addAll(List.of("--port", Integer.toString(number))));
    try {
      File log = prepareLog(place);
      long skip = log.length();
      Process process =
          new ProcessBuilder(command)
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
              .redirectErrorStream(true)
              .start();
      return await(place, process, log, skip);
    } catch (IOException e) {
      throw new CliFailure(
          ExitCode.BROKEN_STATE,
          """
          Cannot start %s on %s: %s.
          Maybe the folder belongs to another user or the disk is full."""
              .formatted(place.script(), place.data(), e.getMessage()),
          e);
    }
  }

  private static File prepareLog(Place place) throws IOException {
    Files.createDirectories(place.data());
    if (Files.getFileStore(place.data()).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(place.data(), PosixFilePermissions.fromString("rwx------"));
    }
    Files.createDirectories(place.consoleLog().getParent());
    return place.consoleLog().toFile();
  }

  private static Running await(Place place, Process process, File log, long skip)
      throws IOException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(START_MILLIS);
    while (System.nanoTime() < deadline) {
      if (!process.isAlive()) {
        throw new CliFailure(ExitCode.of(process.exitValue()), said(log, skip));
      }
      Optional<Running> running = Running.at(place).filter(r -> r.pid() == process.pid());
      if (running.isPresent() && healthy(running.get())) {
        return running.get();
      }
      pause();
    }
    stop(process.toHandle());
    throw new CliFailure(
        ExitCode.FAILED,
        """
        The platform did not answer within %d s and was stopped.
        Maybe a bundle does not start: see %s."""
            .formatted(START_MILLIS / 1000, log));
  }

  private static boolean healthy(Running running) {
    try {
      return "UP".equals(new Api(running.url(), "").get("/health").path("status").asText());
    } catch (CliFailure e) {
      return false;
    }
  }

  private static String said(File log, long skip) throws IOException {
    byte[] all = Files.readAllBytes(log.toPath());
    int from = (int) Math.min(skip, all.length);
    String text = new String(all, from, all.length - from, StandardCharsets.UTF_8).strip();
    int message = text.indexOf("souk: ");
    return message < 0 ? text : text.substring(message + "souk: ".length());
  }

  static void stop(Running running) {
    ProcessHandle.of(running.pid()).ifPresent(PlatformProcess::stop);
  }

  private static void stop(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new CliFailure(
          ExitCode.FAILED,
          "Process %d did not end within %d s.\nMaybe it still writes; \"kill -9 %d\" loses nothing that was acknowledged."
              .formatted(process.pid(), STOP_SECONDS, process.pid()),
          e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliFailure(ExitCode.FAILED, "Interrupted while the platform starts.", e);
    }
  }
}
