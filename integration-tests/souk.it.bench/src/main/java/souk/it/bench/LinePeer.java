package souk.it.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Somebody else's package in a process of its own: one line in, one line out. */
public final class LinePeer implements AutoCloseable {
  /** Debian's own, for which the packages are installed. */
  public static final String PYTHON = "/usr/bin/python3";

  private final Process process;
  private final BufferedWriter to;
  private final BufferedReader from;
  private final String version;

  private LinePeer(Process process, BufferedWriter to, BufferedReader from, String version) {
    this.process = process;
    this.to = to;
    this.from = from;
    this.version = version;
  }

  /** A script in integration-tests/peers. */
  public static Path script(String name) {
    return Path.of(System.getProperty("souk.root", "."), "integration-tests/peers", name);
  }

  /** One that says "ready" and its version first; empty where it or its package is absent. */
  public static Optional<LinePeer> start(String... command) throws IOException {
    Process process;
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment().put("OPENBLAS_NUM_THREADS", "1");
      builder.environment().put("OMP_NUM_THREADS", "1");
      process = builder.start();
    } catch (IOException absent) {
      return Optional.empty();
    }
    BufferedReader from =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    BufferedWriter to =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.US_ASCII));
    String first = from.readLine();
    if (first == null || !first.startsWith("ready")) {
      process.destroy();
      return Optional.empty();
    }
    return Optional.of(new LinePeer(process, to, from, first.substring(6).strip()));
  }

  /** Version of the package. */
  public String version() {
    return version;
  }

  /**
   * @throws IOException if it ended
   */
  public String ask(String line) throws IOException {
    to.write(line + "\n");
    to.flush();
    String answer = from.readLine();
    if (answer == null) {
      throw new IOException("The peer ended at \"%.40s\".".formatted(line));
    }
    return answer.strip();
  }

  @Override
  public void close() throws IOException {
    to.close();
    process.destroy();
  }
}
