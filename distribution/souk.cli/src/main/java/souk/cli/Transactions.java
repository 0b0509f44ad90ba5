package souk.cli;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import souk.customer.lib.lifetime.PurchaseDays;

/** Purchases and refunds of a file, one line each, in any order; read into plain columns. */
final class Transactions {
  private static final int FIRST = 1 << 12;

  private final CsvText text;
  private final TransactionColumns columns;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private int[] customer = new int[FIRST];
  private int[] day = new int[FIRST];
  private double[] amount = new double[FIRST];
  private int size;
  private long guests;
  private long refunds;
  private boolean currencies;
  private String currency = "";
  private Optional<TimeForm> form = Optional.empty();

  private Transactions(Path file, TransactionColumns columns) {
    this.text = new CsvText(file);
    this.columns = columns;
  }

  static Transactions read(Path file, TransactionColumns columns) {
    Transactions all = new Transactions(file, columns);
    all.text.forEach(all::add);
    if (all.size == 0) {
      throw all.guests > 0
          ? new CliFailure(
              ExitCode.USAGE,
              "No line of %s names a customer.\nMaybe the column has another name: say --customer COLUMN."
                  .formatted(file))
          : all.text.empty();
    }
    return all;
  }

  private void add(NamedCsvRecord row) {
    if (size == 0 && guests == 0) {
      header(row.getHeader());
    }
    String name = row.getField(columns.customer()).strip();
    int date = date(row);
    double worth = text.number(row, columns.amount());
    oneCurrency(row);
    if (name.isEmpty()) {
      guests++;
      return;
    }
    if (size == customer.length) {
      int more = size + (size >> 1);
      customer = Arrays.copyOf(customer, more);
      day = Arrays.copyOf(day, more);
      amount = Arrays.copyOf(amount, more);
    }
    customer[size] = numbers.computeIfAbsent(name, key -> numbers.size());
    day[size] = date;
    amount[size] = worth;
    refunds += worth < 0 ? 1 : 0;
    size++;
  }

  private void header(List<String> header) {
    for (String column : columns.required()) {
      text.require(
          header, column, "Maybe it has another name: say --customer, --date and --amount COLUMN.");
    }
    currencies = header.contains(columns.currency());
  }

  private int date(NamedCsvRecord row) {
    String written = row.getField(columns.date()).strip();
    try {
      if (written.matches("\\d{8}")) {
        return day(
            LocalDate.of(
                Integer.parseInt(written.substring(0, 4)),
                Integer.parseInt(written.substring(4, 6)),
                Integer.parseInt(written.substring(6))));
      }
      TimeForm here = form.orElseGet(() -> TimeForm.of(written));
      if (here == TimeForm.DAY) {
        form = Optional.of(here);
        return (int) here.number(written).orElseThrow(() -> noDate(row, written));
      }
      if (here == TimeForm.SECOND) {
        form = Optional.of(here);
        return (int)
            Math.floorDiv(here.number(written).orElseThrow(() -> noDate(row, written)), 86_400L);
      }
    } catch (DateTimeException none) {
      throw noDate(row, written);
    }
    throw noDate(row, written);
  }

  private static int day(LocalDate date) {
    return (int) date.toEpochDay();
  }

  private CliFailure noDate(NamedCsvRecord row, String written) {
    return text.wrong(
        row.getStartingLineNumber(),
        columns.date(),
        written,
        written.isEmpty()
            ? "is no date"
            : "is no date of the kind %s.\nMaybe it is written otherwise: 2024-05-31, 20240531 and 2024-05-31 13:00 are read"
                .formatted(
                    form.map(f -> f == TimeForm.DAY ? "2024-05-31" : "2024-05-31 13:00")
                        .orElse("2024-05-31 or 2024-05-31 13:00")));
  }

  private void oneCurrency(NamedCsvRecord row) {
    if (!currencies) {
      return;
    }
    String here = row.getField(columns.currency()).strip().toUpperCase(Locale.ROOT);
    if (currency.isEmpty()) {
      currency = here;
    } else if (!here.isEmpty() && !here.equals(currency)) {
      throw text.wrong(
          row.getStartingLineNumber(),
          columns.currency(),
          here,
          "is not %s, the currency of the lines before.\nMaybe convert the amounts or split the file; one run reads one currency"
              .formatted(currency));
    }
  }

  /** Names of the customers by number. */
  List<String> customers() {
    return new ArrayList<>(numbers.keySet());
  }

  PurchaseDays days() {
    return PurchaseDays.of(
        numbers.size(),
        Arrays.copyOf(customer, size),
        Arrays.copyOf(day, size),
        Arrays.copyOf(amount, size));
  }

  int lines() {
    return size;
  }

  /** Lines without a customer. */
  long guests() {
    return guests;
  }

  long refunds() {
    return refunds;
  }

  /** Lines later than a day. */
  long after(int last) {
    long later = 0;
    for (int i = 0; i < size; i++) {
      later += day[i] > last ? 1 : 0;
    }
    return later;
  }
}
