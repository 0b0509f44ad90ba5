package souk.it.bench.uplift;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import souk.customer.lib.uplift.Trial;

/**
 * The e-mail trial of Kevin Hillstrom (2008): what was known before, who got which mail, visits.
 */
public final class Hillstrom {
  private static final String CONTROL = "No E-Mail";
  private static final List<String> FIGURES =
      List.of("recency", "history", "mens", "womens", "newbie");
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "zip_code", List.of("Rural", "Surburban", "Urban"),
          "channel", List.of("Multichannel", "Phone", "Web"));

  private Hillstrom() {}

  /**
   * Rows of one mail and of none.
   *
   * @param mail {@code Womens E-Mail} or {@code Mens E-Mail}
   * @param outcome {@code visit}, {@code conversion} or {@code spend}
   */
  public static Trial read(Path folder, String mail, String outcome) throws IOException {
    List<double[]> rows = new ArrayList<>();
    List<Boolean> treated = new ArrayList<>();
    List<Double> seen = new ArrayList<>();
    try (BufferedReader text =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve("hillstrom_dev.csv.gz"))),
                StandardCharsets.UTF_8))) {
      Map<String, Integer> at = new HashMap<>();
      String[] header = text.readLine().split(",", -1);
      for (int c = 0; c < header.length; c++) {
        at.put(header[c], c);
      }
      for (String line = text.readLine(); line != null; line = text.readLine()) {
        String[] fields = line.split(",", -1);
        String segment = fields[at.get("segment")];
        if (segment.equals(CONTROL) || segment.equals(mail)) {
          rows.add(row(fields, at));
          treated.add(segment.equals(mail));
          seen.add(Double.parseDouble(fields[at.get(outcome)]));
        }
      }
    }
    boolean[] arms = new boolean[rows.size()];
    for (int r = 0; r < arms.length; r++) {
      arms[r] = treated.get(r);
    }
    return Trial.randomised(
        rows.toArray(new double[0][]),
        arms,
        seen.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static double[] row(String[] fields, Map<String, Integer> at) {
    double[] row = new double[FIGURES.size() + 6];
    int c = 0;
    for (String name : FIGURES) {
      row[c++] = Double.parseDouble(fields[at.get(name)]);
    }
    for (String name : List.of("zip_code", "channel")) {
      for (String word : WORDS.get(name)) {
        row[c++] = fields[at.get(name)].equals(word) ? 1 : 0;
      }
    }
    return Arrays.copyOf(row, c);
  }
}
