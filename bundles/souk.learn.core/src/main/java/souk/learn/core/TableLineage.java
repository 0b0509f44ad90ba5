package souk.learn.core;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import souk.learn.api.DataFrame;
import souk.learn.api.TuningPlan;
import souk.learn.api.TuningReport;

/** Where a model of a table comes from: the table's fingerprint and everything that was asked. */
final class TableLineage {
  private static final int MOST_CHARS = 2_000;

  private TableLineage() {}

  static Map<String, String> of(DataFrame table, TuningPlan plan, TuningReport report) {
    Map<String, String> lineage = new TreeMap<>();
    lineage.put("target", plan.target());
    lineage.put("snapshot", snapshot(table));
    lineage.put("validation", report.validation());
    lineage.put("chosen", report.chosen());
    lineage.put("seed", Long.toString(plan.seed()));
    report.positive().ifPresent(kind -> lineage.put("positive", kind));
    plan.time().ifPresent(column -> lineage.put("time", column));
    if (!plan.ignored().isEmpty()) {
      String ignored = String.join(", ", new TreeSet<>(plan.ignored()));
      lineage.put("ignored", ignored.substring(0, Math.min(MOST_CHARS, ignored.length())));
    }
    return lineage;
  }

  /** SHA-256 of names and values, in the order given. */
  static String snapshot(DataFrame table) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (DataOutputStream out =
          new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
        for (String name : table.names()) {
          out.writeUTF(name);
          for (double figure : table.figures(name).orElse(new double[0])) {
            out.writeDouble(figure);
          }
          for (String text : table.texts(name).orElse(List.of())) {
            out.writeInt(text.length());
            out.writeChars(text);
          }
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256.", e);
    } catch (IOException e) {
      throw new UncheckedIOException("A fingerprint cannot be made.", e);
    }
  }
}
