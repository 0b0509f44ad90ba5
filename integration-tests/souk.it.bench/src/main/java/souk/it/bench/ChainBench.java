package souk.it.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import souk.it.bench.pooled.ChainRun;

/** A whole chain, pooled fit and forecast, on two threads. */
final class ChainBench {
  private static final double MOST_SECONDS = 600;
  private static final long MOST_MEGABYTES = 4_096;

  private ChainBench() {}

  static Result run(Arguments options) throws IOException {
    int series = options.number("series", 30_000);
    int points = options.number("points", 156);
    ChainRun run = new ChainRun(series, points, options.number("threads", 2));
    long megabytes = peakMegabytes();
    return new Result("chain")
        .with("series", series)
        .with("points", points)
        .with("seconds", run.seconds(), 1)
        .with("peakMegabytes", megabytes)
        .with("wape", run.wape(), 4)
        .with("wapeSeasonalNaive", run.wapeNaive(), 4)
        .with("coverage80", run.coverage(), 1)
        .require(run.seconds() <= MOST_SECONDS, "fit and forecast in 10 minutes")
        .require(megabytes <= MOST_MEGABYTES, "4 GB");
  }

  /** Most memory this process ever had, natives included, as the kernel counts it. */
  private static long peakMegabytes() throws IOException {
    List<String> status = Files.readAllLines(Path.of("/proc/self/status"));
    for (String line : status) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
      }
    }
    throw new IOException("/proc/self/status has no VmHWM.");
  }
}
