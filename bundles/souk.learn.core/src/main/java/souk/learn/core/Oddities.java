package souk.learn.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import souk.learn.lib.explain.Alone;
import souk.learn.lib.table.Encoding;
import souk.learn.lib.table.Sample;
import souk.model.Reason;

/** What is odd about the columns of a table, in words. */
final class Oddities {
  private static final double TELLS_ALL = 0.99;

  private Oddities() {}

  static List<Reason> of(Encoding encoding, Sample sample, boolean events) {
    List<Reason> notes = new ArrayList<>();
    encoding.findings().forEach(finding -> notes.add(reason(finding)));
    for (int c = 0; events && c < sample.columns(); c++) {
      double auc = Alone.auc(sample, c);
      if (auc > TELLS_ALL) {
        String column = encoding.columns().get(c);
        String figure = String.format(Locale.ROOT, "%.4f", auc);
        notes.add(
            Reason.of(
                "learn.column-tells-all",
                "Column %s alone tells the target (AUC %s). Maybe it is known only afterwards; then ignore it."
                    .formatted(column, figure),
                column,
                figure));
      }
    }
    return notes;
  }

  private static Reason reason(Encoding.Finding finding) {
    String column = finding.column();
    int figure = finding.figure();
    return switch (finding.oddity()) {
      case EMPTY ->
          Reason.of(
              "learn.column-empty",
              "Column %s is empty and was left out.".formatted(column),
              column);
      case CONSTANT ->
          Reason.of(
              "learn.column-constant",
              "Column %s is the same in all rows and was left out.".formatted(column),
              column);
      case KEY ->
          Reason.of(
              "learn.column-key",
              "Column %s has %d different texts, nearly one per row; it names rows and was left out."
                  .formatted(column, figure),
              column,
              figure);
      case RUNNING_NUMBER ->
          Reason.of(
              "learn.column-running-number",
              "Column %s counts the rows and was left out.".formatted(column),
              column);
      case MANY_CATEGORIES ->
          Reason.of(
              "learn.column-many-categories",
              "Column %s has %d categories; the %d most frequent were used."
                  .formatted(column, figure, Encoding.MOST_CATEGORIES),
              column,
              figure,
              Encoding.MOST_CATEGORIES);
    };
  }
}
