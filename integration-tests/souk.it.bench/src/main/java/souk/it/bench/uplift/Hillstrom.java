package souk.it.bench.uplift;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
    try (InputStreamReader text =
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve("hillstrom_dev.csv.gz"))),
                StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (NamedCsvRecord line : lines) {
        String segment = line.getField("segment");
        if (segment.equals(CONTROL) || segment.equals(mail)) {
          rows.add(row(line));
          treated.add(segment.equals(mail));
          seen.add(Double.parseDouble(line.getField(outcome)));
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

  private static double[] row(NamedCsvRecord line) {
    double[] row = new double[FIGURES.size() + 6];
    int c = 0;
    for (String name : FIGURES) {
      row[c++] = Double.parseDouble(line.getField(name));
    }
    for (String name : List.of("zip_code", "channel")) {
      for (String word : WORDS.get(name)) {
        row[c++] = line.getField(name).equals(word) ? 1 : 0;
      }
    }
    return Arrays.copyOf(row, c);
  }
}
