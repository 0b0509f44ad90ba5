package souk.it.bench.pooled;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * scikit-learn's HistGradientBoosting over all series, in a process of its own; the script
 * grocery_peer.py in integration-tests/peers. Its answers are scored by our scorer.
 */
final class GroceryPeer {
  private static final String PYTHON = "/usr/bin/python3";

  private final Path data;
  private final int horizon;
  private final int threads;
  private final Map<String, Integer> positions = new HashMap<>();

  /** One answer for one row. */
  record Row(int series, int step, double point, double low, double high) {}

  /** All rows of one origin, and what they cost. */
  record Answer(List<Row> rows, double processorSeconds, double wallSeconds) {}

  /**
   * @param ids of the series, in their order
   */
  GroceryPeer(Path data, List<String> ids, int horizon, int threads) {
    this.data = data;
    this.horizon = horizon;
    this.threads = threads;
    for (String id : ids) {
      positions.put(id, positions.size());
    }
  }

  /** Fits before the origin and answers after it; empty where Python or scikit-learn is absent. */
  Optional<Answer> at(int origin) throws IOException, InterruptedException {
    if (!Files.isExecutable(Path.of(PYTHON))) {
      return Optional.empty();
    }
    Path script =
        Path.of(System.getProperty("souk.root", "."), "integration-tests/peers/grocery_peer.py");
    Path answers = Files.createTempFile("souk-grocery", ".csv");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(
                  PYTHON,
                  script.toString(),
                  data.toString(),
                  Integer.toString(origin),
                  Integer.toString(horizon),
                  answers.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
      builder.environment().put("OPENBLAS_NUM_THREADS", Integer.toString(threads));
      Process process = builder.start();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
      if (process.waitFor() != 0) {
        return Optional.empty();
      }
      String[] times = said.split(" ", -1);
      List<Row> rows = new ArrayList<>();
      for (String line : Files.readAllLines(answers)) {
        rows.add(row(line.split(",", -1)));
      }
      return Optional.of(
          new Answer(rows, Double.parseDouble(times[0]), Double.parseDouble(times[1])));
    } finally {
      Files.delete(answers);
    }
  }

  private Row row(String[] cells) {
    Integer series = positions.get(cells[0]);
    if (series == null) {
      throw new IllegalArgumentException("The peer answered for " + cells[0] + ", unknown here.");
    }
    return new Row(
        series,
        Integer.parseInt(cells[1]),
        Double.parseDouble(cells[2]),
        Double.parseDouble(cells[3]),
        Double.parseDouble(cells[4]));
  }
}
