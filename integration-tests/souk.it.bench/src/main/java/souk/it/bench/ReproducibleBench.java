package souk.it.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Builds the committed sources twice, in two folders, and compares every jar and the archive. */
final class ReproducibleBench {
  private static final Pattern LINE = Pattern.compile("identical=(\\d+) of=(\\d+)");

  private ReproducibleBench() {}

  static Result run() throws Exception {
    Path script =
        Path.of(System.getProperty("souk.root")).resolve("integration-tests/reproducible.sh");
    Process process =
        new ProcessBuilder(script.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long identical = -1;
    long all = 0;
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher matcher = LINE.matcher(line);
        if (matcher.find()) {
          identical = Long.parseLong(matcher.group(1));
          all = Long.parseLong(matcher.group(2));
        }
      }
    }
    process.waitFor();
    if (identical < 0) {
      throw new IOException("The builds did not end; see the lines above.");
    }
    return new Result("reproducible")
        .with("identical", identical)
        .with("of", all)
        .require(identical == all, "identical = of");
  }
}
