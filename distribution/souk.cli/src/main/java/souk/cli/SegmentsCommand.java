package souk.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import souk.customer.lib.lifetime.PurchaseDays;

@Command(
    name = "segments",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Puts the customers of a file of purchases into segments, and tells why.",
    description = {
      "Input: one line per purchase with the columns customer, date, amount, in any order; CSV in "
          + "UTF-8, may be packed (.gz); refunds are negative. Needs no platform.",
      "Several ways to group are tried on the past; of those whose groups are stable the one is "
          + "taken that best tells what is spent afterwards. Answer: customer, segment, "
          + "recency_days, purchases, spend.",
      "",
      "  souk segments --transactions tx.csv --out segments.csv",
      ""
    })
final class SegmentsCommand implements Callable<Integer> {
  @Option(names = "--transactions", paramLabel = "CSV", description = "The purchases.")
  private Path input;

  @Option(names = "--out", paramLabel = "CSV", description = "Customers and segments.")
  private Path out;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "Last day that is looked at (default: the last day of the file).")
  private String until = "";

  @Option(
      names = "--ahead",
      defaultValue = "0",
      paramLabel = "D",
      description =
          "Days at the end that judge what was grouped before (default: a quarter of all, at most"
              + " 90).")
  private int ahead;

  @Option(
      names = "--method",
      defaultValue = SegmentsRun.AUTO,
      paramLabel = "WAY",
      description =
          "rfm, k-means, mixture, spend-classes, or auto (default:" + " ${DEFAULT-VALUE}).")
  private String method = SegmentsRun.AUTO;

  @Option(
      names = "--groups",
      defaultValue = "0",
      paramLabel = "K",
      description =
          "Groups of k-means and mixture (default: by silhouette and stability, and by BIC).")
  private int groups;

  @Option(names = "--seed", defaultValue = "1", description = "Same seed, same answer.")
  private long seed = 1;

  @ArgGroup(validate = false, heading = "%nColumns%n")
  private TransactionColumns columns = new TransactionColumns();

  @Override
  public Integer call() {
    if (input == null || out == null) {
      throw usage(
          "%s is missing.\nMaybe: souk segments --transactions tx.csv --out segments.csv"
              .formatted(input == null ? "--transactions CSV" : "--out CSV"));
    }
    if (ahead < 0 || groups < 0 || groups == 1 || groups > 20) {
      throw usage(
          "--ahead must not be negative and --groups must lie in 2 to 20, but they are %d and %d."
              .formatted(ahead, groups));
    }
    SegmentsRun.check(method);
    int last = until.isBlank() ? Integer.MAX_VALUE : (int) date(until).toEpochDay();
    Transactions read = Transactions.read(input, columns);
    if (read.guests() > 0) {
      System.err.printf(Locale.ROOT, "%,d lines without a customer left out%n", read.guests());
    }
    PurchaseDays days = read.days();
    ProgressBar bar = ProgressBar.onErrorStream("Segments");
    SegmentsRun run = new SegmentsRun(days, Math.min(last, days.lastDay()), ahead, seed, bar);
    run.decide(method.toLowerCase(Locale.ROOT), groups);
    new SegmentsText(System.out, run).print();
    try (AnswerFile file =
        new AnswerFile(out, List.of("customer", "segment", "recency_days", "purchases", "spend"))) {
      List<String> names = read.customers();
      for (int i = 0; i < run.now().size(); i++) {
        file.line(run.now().line(i, names, run.segment(i)));
      }
      file.finish();
    }
    System.out.printf(
        Locale.ROOT,
        "customers %d  way %s  segments %d  out %s%n",
        run.now().size(),
        run.choice().chosen().id(),
        run.segments(),
        out);
    return ExitCode.OK.value();
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw usage("--until \"%s\" is no date.\nMaybe write it as 2024-12-31.".formatted(text));
    }
  }

  private static CliFailure usage(String message) {
    return new CliFailure(ExitCode.USAGE, message);
  }
}
