package souk.cli;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Series in long form: one line per series and time, in any order. Lines with an empty value after
 * the last value of their series lie in the future and carry known covariates; lines with an empty
 * value before it are gaps. Read line by line into plain columns.
 */
final class SeriesFile {
  private static final int LONGEST_NAME = 200;

  private final Path file;
  private final SeriesColumns columns;
  private final CsvText text;
  private final Map<String, SeriesRows> byName = new LinkedHashMap<>();
  private final Map<String, CliFailure> notNumeric = new LinkedHashMap<>();
  private final Set<String> texts = new LinkedHashSet<>();
  private List<String> covariates = List.of();
  private double[] known = {};
  private Optional<TimeForm> form = Optional.empty();
  private long lines;

  private SeriesFile(Path file, SeriesColumns columns) {
    this.file = file;
    this.columns = columns;
    this.text = new CsvText(file);
  }

  static SeriesFile read(Path file, SeriesColumns columns) {
    SeriesFile series = new SeriesFile(file, columns);
    series.text.forEach(series::add);
    if (series.byName.isEmpty()) {
      throw series.text.empty();
    }
    return series;
  }

  private void add(NamedCsvRecord row) {
    if (lines++ == 0) {
      header(row.getHeader());
    }
    String time = row.getField(columns.time()).strip();
    TimeForm written = form.orElseGet(() -> TimeForm.of(time));
    form = Optional.of(written);
    OptionalLong number = written.number(time);
    if (number.isEmpty()) {
      throw text.wrong(
          row.getStartingLineNumber(),
          columns.time(),
          time,
          time.isEmpty()
              ? "is no time"
              : "is no time of the kind %s, as this file has them"
                  .formatted(written.name().toLowerCase(java.util.Locale.ROOT)));
    }
    for (int k = 0; k < known.length; k++) {
      known[k] = covariate(row, covariates.get(k));
    }
    SeriesRows rows =
        byName.computeIfAbsent(name(row), id -> new SeriesRows(id, names(row), known.length));
    rows.add(number.getAsLong(), row.getStartingLineNumber(), value(row), known);
    for (int k = 0; k < known.length; k++) {
      rows.say(k, row.getField(covariates.get(k)).strip());
    }
  }

  private void header(List<String> header) {
    for (String column : columns.required()) {
      text.require(
          header, column, "Maybe it has another name: say --id, --time and --value COLUMN.");
    }
    for (String column : columns.ignored()) {
      if (!column.equals("*")) {
        text.require(header, column, "Maybe the name after --ignore is mistyped.");
      }
    }
    covariates = columns.covariates(header);
    known = new double[covariates.size()];
  }

  /** The parts of an id of several columns, such as store and product. */
  private Map<String, String> names(NamedCsvRecord row) {
    Map<String, String> names = new LinkedHashMap<>();
    for (String column : columns.id().size() > 1 ? columns.id() : List.<String>of()) {
      names.put(column, row.getField(column).strip());
    }
    return names;
  }

  private String name(NamedCsvRecord row) {
    StringBuilder name = new StringBuilder();
    for (String column : columns.id()) {
      String part = row.getField(column).strip();
      if (part.isEmpty()) {
        throw text.wrong(row.getStartingLineNumber(), column, part, "names no series");
      }
      name.append(name.isEmpty() ? "" : "/").append(part);
    }
    if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      throw text.wrong(
          row.getStartingLineNumber(),
          columns.id().get(0),
          name.toString(),
          "is longer than %d characters or holds one that cannot be seen".formatted(LONGEST_NAME));
    }
    return name.toString();
  }

  private double value(NamedCsvRecord row) {
    String value = row.getField(columns.value());
    if (value.isBlank()) {
      return Double.NaN;
    }
    if (value.strip().matches("(?i)nan|na|n/a|null|none|[-+]?inf(inity)?")) {
      throw text.wrong(
          row.getStartingLineNumber(),
          columns.value(),
          value.strip(),
          "is no number.\nMaybe it is missing: then leave the field empty");
    }
    return text.number(row, columns.value());
  }

  /** Texts may be attributes; else what is no number matters only if the covariates are used. */
  private double covariate(NamedCsvRecord row, String column) {
    try {
      return text.number(row, column);
    } catch (CliFailure wrong) {
      notNumeric.putIfAbsent(column, wrong);
      if (!row.getField(column).isBlank()) {
        texts.add(column);
      }
      return Double.NaN;
    }
  }

  List<String> covariates() {
    return covariates;
  }

  long lines() {
    return lines;
  }

  /** The series on equal steps; what was read is let go. */
  SeriesSet prepare(int horizon, Gaps gaps) {
    List<SeriesRows> all = new ArrayList<>(byName.values());
    byName.clear();
    TimeForm written = form.orElse(TimeForm.TEXT);
    SeriesSteps steps = new SeriesSteps(file, columns, written, gaps);
    Optional<TimeScale> scale = steps.order(all);
    int[] numbers = numbers(all);
    List<OneSeries> ready = new ArrayList<>();
    boolean used = false;
    for (int i = 0; i < all.size(); i++) {
      OneSeries one = described(steps.prepare(all.get(i), horizon), all.get(i), numbers);
      all.set(i, null);
      used |= one.covariates().length > 0;
      ready.add(one);
    }
    covariates.stream()
        .filter(name -> Arrays.stream(numbers).noneMatch(k -> covariates.get(k).equals(name)))
        .forEach(notNumeric::remove);
    if (used && !notNumeric.isEmpty()) {
      Map.Entry<String, CliFailure> first = notNumeric.entrySet().iterator().next();
      throw new CliFailure(
          ExitCode.USAGE,
          "%s\nMaybe it is no covariate: say --ignore %s."
              .formatted(first.getValue().getMessage(), first.getKey()));
    }
    List<String> named = Arrays.stream(numbers).mapToObj(covariates::get).toList();
    return new SeriesSet(
        List.copyOf(ready),
        used ? named : List.of(),
        attributes(named),
        scale,
        steps.filled(),
        steps.withGaps());
  }

  private List<String> attributes(List<String> numbers) {
    List<String> attributes = new ArrayList<>(columns.id().size() > 1 ? columns.id() : List.of());
    covariates.stream().filter(name -> !numbers.contains(name)).forEach(attributes::add);
    return attributes;
  }

  /** Places of the covariates that are no attributes: texts that hold for a whole series. */
  private int[] numbers(List<SeriesRows> all) {
    return IntStream.range(0, covariates.size())
        .filter(
            k ->
                !texts.contains(covariates.get(k)) || all.stream().anyMatch(rows -> rows.varies(k)))
        .toArray();
  }

  /** The series with its attributes, and with numbers alone as covariates. */
  private OneSeries described(OneSeries one, SeriesRows rows, int[] numbers) {
    Map<String, String> attributes = new LinkedHashMap<>(rows.names);
    for (int k = 0; k < covariates.size(); k++) {
      int place = k;
      if (!rows.word(k).isEmpty() && IntStream.of(numbers).noneMatch(n -> n == place)) {
        attributes.put(covariates.get(k), rows.word(k));
      }
    }
    double[][] left =
        one.covariates().length == 0
            ? one.covariates()
            : Arrays.stream(numbers).mapToObj(k -> one.covariates()[k]).toArray(double[][]::new);
    return new OneSeries(one.id(), one.firstStep(), one.values(), left, attributes);
  }
}
