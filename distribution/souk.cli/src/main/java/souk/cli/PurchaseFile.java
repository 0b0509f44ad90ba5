package souk.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import picocli.CommandLine.Option;
import souk.model.CustomerKey;
import souk.model.PurchaseLog;
import souk.model.Sku;

/** Purchases and refunds of a file, one line each, as a log; purchases of one day are one order. */
final class PurchaseFile {
  /** Minor units of one unit of the amounts in the file. */
  static final int MINOR = 100;

  private final PurchaseLog log;
  private final int guests;

  private PurchaseFile(PurchaseLog log, int guests) {
    this.log = log;
    this.guests = guests;
  }

  /** Which columns mean what. */
  static final class Columns {
    @Option(
        names = "--customer",
        defaultValue = "customer",
        paramLabel = "COLUMN",
        description = "Who; lines without a customer are left out (default: ${DEFAULT-VALUE}).")
    private String customer = "customer";

    @Option(
        names = "--date",
        defaultValue = "date",
        paramLabel = "COLUMN",
        description = "A day, with a time behind it or not (default: ${DEFAULT-VALUE}).")
    private String date = "date";

    @Option(
        names = "--amount",
        defaultValue = "amount",
        paramLabel = "COLUMN",
        description = "What was paid; negative for refunds (default: ${DEFAULT-VALUE}).")
    private String amount = "amount";
  }

  static PurchaseFile read(Path file, Columns columns) {
    TableFile table = TableFile.read(file);
    String maybe = "Maybe it has another name: say --customer, --date and --amount COLUMN.";
    table.require(columns.customer, maybe);
    table.require(columns.date, maybe);
    table.require(columns.amount, maybe);
    List<String> names =
        table.distinct(columns.customer).stream().filter(n -> !n.isEmpty()).toList();
    Map<String, Integer> number = new HashMap<>();
    names.forEach(name -> number.put(name, number.size()));
    int rows = table.rows();
    int[] customer = new int[rows];
    int[] day = new int[rows];
    long[] amount = new long[rows];
    int guests = 0;
    for (int r = 0; r < rows; r++) {
      customer[r] = number.getOrDefault(table.text(columns.customer, r), -1);
      guests += customer[r] < 0 ? 1 : 0;
      int row = r;
      day[r] =
          day(table.text(columns.date, r))
              .orElseThrow(
                  () ->
                      table.wrong(
                          row,
                          columns.date,
                          "is no date.\nMaybe it is written otherwise: 2024-05-31, 20240531 and 2024-05-31 13:00 are read"));
      OptionalDouble paid = TableFile.figure(table.text(columns.amount, r));
      amount[r] =
          Math.round(
              MINOR
                  * paid.orElseThrow(
                      () ->
                          table.wrong(
                              row, columns.amount, "is not a finite number with a decimal point")));
    }
    if (names.isEmpty()) {
      throw new CliFailure(
          ExitCode.USAGE,
          "No line of %s names a customer.\nMaybe the column has another name: say --customer COLUMN."
              .formatted(file));
    }
    return new PurchaseFile(
        new PurchaseLog(
            names.stream().map(CustomerKey::new).toList(),
            List.of(new Sku("any")),
            customer,
            day,
            new int[rows],
            day,
            new double[rows],
            amount),
        guests);
  }

  private static OptionalInt day(String text) {
    try {
      if (text.matches("\\d{8}")) {
        return OptionalInt.of(
            (int)
                LocalDate.of(
                        Integer.parseInt(text.substring(0, 4)),
                        Integer.parseInt(text.substring(4, 6)),
                        Integer.parseInt(text.substring(6)))
                    .toEpochDay());
      }
      return text.matches("\\d{4}-\\d{2}-\\d{2}([T ].*)?")
          ? OptionalInt.of((int) LocalDate.parse(text.substring(0, 10)).toEpochDay())
          : OptionalInt.empty();
    } catch (DateTimeException e) {
      return OptionalInt.empty();
    }
  }

  PurchaseLog log() {
    return log;
  }

  /** Lines without a customer. */
  int guests() {
    return guests;
  }

  /** First and last day with a line. */
  int[] span() {
    int[] span = {Integer.MAX_VALUE, Integer.MIN_VALUE};
    for (int r = 0; r < log.rows(); r++) {
      span[0] = Math.min(span[0], log.epochDay(r));
      span[1] = Math.max(span[1], log.epochDay(r));
    }
    return span;
  }
}
