package souk.cli;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the lines of series onto equal steps: order, duplicates, gaps, covariates ahead. */
final class SeriesSteps {
  private static final int SPARSE = 10;
  private static final int LEAST = 1_000;

  private final Path file;
  private final SeriesColumns columns;
  private final TimeForm form;
  private final Gaps gaps;
  private Optional<TimeScale> scale = Optional.empty();
  private long filled;
  private int withGaps;

  SeriesSteps(Path file, SeriesColumns columns, TimeForm form, Gaps gaps) {
    this.file = file;
    this.columns = columns;
    this.form = form;
    this.gaps = gaps;
  }

  /** Sorts the lines by time and finds the scale they lie on. */
  Optional<TimeScale> order(List<SeriesRows> all) {
    if (form == TimeForm.TEXT) {
      all.forEach(this::refuseRepeatedTexts);
      return scale;
    }
    for (SeriesRows rows : all) {
      rows.sort();
      for (int row = 1; row < rows.size(); row++) {
        if (rows.time(row) == rows.time(row - 1)) {
          throw twice(rows.id, rows.line(row - 1), rows.line(row));
        }
      }
    }
    scale = gaps == Gaps.CONSECUTIVE ? Optional.empty() : Optional.of(TimeScale.of(form, all));
    return scale;
  }

  private void refuseRepeatedTexts(SeriesRows rows) {
    Integer[] order = new Integer[rows.size()];
    Arrays.setAll(order, row -> row);
    Arrays.sort(order, (a, b) -> Long.compare(rows.time(a), rows.time(b)));
    for (int i = 1; i < order.length; i++) {
      if (rows.time(order[i]) == rows.time(order[i - 1])) {
        throw twice(rows.id, rows.line(order[i - 1]), rows.line(order[i]));
      }
    }
  }

  private CliFailure twice(String id, int first, int second) {
    CsvText text = new CsvText(file);
    String[] value = {""};
    text.forEach(
        (NamedCsvRecord row) -> {
          if (row.getStartingLineNumber() == second) {
            value[0] = row.getField(columns.time());
          }
        });
    return text.wrong(
        second,
        columns.time(),
        value[0],
        "is given twice for the series %s, first on line %d".formatted(id, first));
  }

  private long step(SeriesRows rows, int row) {
    return scale.isPresent() ? scale.get().stepOf(rows.time(row)) : row;
  }

  OneSeries prepare(SeriesRows rows, int horizon) {
    int begin = 0;
    int last = rows.size() - 1;
    while (begin < rows.size() && Double.isNaN(rows.value(begin))) {
      begin++;
    }
    while (last >= 0 && Double.isNaN(rows.value(last))) {
      last--;
    }
    if (last < 0) {
      throw new CliFailure(
          ExitCode.USAGE,
          "The series %s in %s has no value on its %d lines, the first of them line %d."
              .formatted(rows.id, file, rows.size(), rows.line(0)));
    }
    long from = step(rows, begin);
    long span = step(rows, last) - from + 1;
    refuseSparse(rows, last - begin + 1, span);
    double[] values = new double[(int) span];
    Arrays.fill(values, Double.NaN);
    for (int row = begin; row <= last; row++) {
      values[(int) (step(rows, row) - from)] = rows.value(row);
    }
    int missing = (int) Arrays.stream(values).filter(Double::isNaN).count();
    if (missing > 0) {
      values = without(rows, values, missing, from);
    }
    double[][] known =
        rows.covariates() == 0 || last == rows.size() - 1
            ? new double[0][]
            : ahead(rows, begin, last, from, horizon);
    return new OneSeries(rows.id, scale.isPresent() ? (int) from : 0, values, known, Map.of());
  }

  private double[] without(SeriesRows rows, double[] values, int missing, long from) {
    withGaps++;
    if (gaps == Gaps.REFUSE) {
      int at = 0;
      while (!Double.isNaN(values[at])) {
        at++;
      }
      throw new CliFailure(
          ExitCode.USAGE,
          "The series %s in %s has %d of %d steps without a value, the first of them %s.\nMaybe say --gaps zero if nothing was sold then, or --gaps interpolate."
              .formatted(
                  rows.id,
                  file,
                  missing,
                  values.length,
                  scale.isPresent() ? scale.get().words(from + at) : "step " + (at + 1)));
    }
    if (gaps == Gaps.CONSECUTIVE) {
      return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    }
    filled += missing;
    gaps.fill(values);
    return values;
  }

  private void refuseSparse(SeriesRows rows, int observed, long span) {
    if (span > Math.max((long) SPARSE * observed, LEAST)) {
      throw new CliFailure(
          ExitCode.USAGE,
          "The times of the series %s in %s are not equally spaced: %d lines lie on %d steps of 1 %s.\nMaybe say --gaps consecutive, or give one line per step."
              .formatted(rows.id, file, observed, span, scale.map(TimeScale::unit).orElse("step")));
    }
  }

  /** History and horizon of each covariate; a step without a line has what was known before. */
  private double[][] ahead(SeriesRows rows, int begin, int last, long from, int horizon) {
    long end = step(rows, last);
    long until = step(rows, rows.size() - 1);
    if (until - end < horizon) {
      throw new CliFailure(
          ExitCode.USAGE,
          "The series %s in %s knows its covariates %d steps ahead, the horizon is %d.\nMaybe lines with an empty value are missing at its end."
              .formatted(rows.id, file, until - end, horizon));
    }
    boolean dropped = gaps == Gaps.CONSECUTIVE;
    int length = (int) (end - from + 1) + horizon;
    double[][] known = new double[rows.covariates()][length];
    int written = 0;
    for (int row = begin; row < rows.size() && written < length; row++) {
      if (dropped && row <= last && Double.isNaN(rows.value(row))) {
        continue;
      }
      int place = dropped ? written : (int) (step(rows, row) - from);
      for (int k = 0; k < known.length; k++) {
        for (int step = written; step < Math.min(place, length); step++) {
          known[k][step] = known[k][step - 1];
        }
        if (place < length) {
          known[k][place] = rows.known(k, row);
        }
      }
      written = place + 1;
    }
    if (written < length) {
      for (int k = 0; k < known.length; k++) {
        known[k] = Arrays.copyOf(known[k], written);
      }
    }
    return known;
  }

  long filled() {
    return filled;
  }

  int withGaps() {
    return withGaps;
  }
}
