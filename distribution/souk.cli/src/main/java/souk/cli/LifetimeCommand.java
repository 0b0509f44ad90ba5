package souk.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import souk.customer.lib.lifetime.Histories;
import souk.customer.lib.lifetime.LifetimeFit;
import souk.customer.lib.lifetime.PurchaseDays;
import souk.customer.lib.lifetime.PurchaseModel;

@Command(
    name = "lifetime",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Tells from a file of purchases how often each customer will buy, and for how much.",
    description = {
      "Input: one line per purchase with the columns customer, date, amount, in any order; CSV in "
          + "UTF-8, may be packed (.gz). Lines of one customer and day are one purchase; negative "
          + "amounts are refunds. Needs no platform.",
      "Answer: one line per customer who bought until then: customer; expected_purchases, days with "
          + "a purchase within the days ahead; p_alive, the probability of still being a customer; "
          + "expected_value, what these purchases are expected to be worth, less refunds.",
      "",
      "  souk lifetime --transactions tx.csv --until 2024-12-31 --days 90 --out lifetime.csv",
      ""
    })
final class LifetimeCommand implements Callable<Integer> {
  private static final String AUTO = "auto";
  private static final int MOST_DAYS = 36_500;

  @Option(names = "--transactions", paramLabel = "CSV", description = "The purchases.")
  private Path input;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description =
          "Last day that is looked at, itself included; what comes later is not (default: the last "
              + "day of the file).")
  private String until = "";

  @Option(names = "--days", paramLabel = "D", description = "Days ahead, from the next day on.")
  private int days;

  @Option(names = "--out", paramLabel = "CSV", description = "The answer.")
  private Path out;

  @Option(
      names = "--model",
      defaultValue = AUTO,
      paramLabel = "MODEL",
      description =
          "pareto-nbd, bg-nbd, mbg-nbd, or auto: judged by the last part of the days until then "
              + "(default: ${DEFAULT-VALUE}).")
  private String model = AUTO;

  @Option(names = "--seed", defaultValue = "1", description = "For what is drawn.")
  private long seed = 1;

  @ArgGroup(validate = false, heading = "%nColumns%n")
  private TransactionColumns columns = new TransactionColumns();

  @Override
  public Integer call() {
    Optional<PurchaseModel> wanted = check();
    ProgressBar bar = ProgressBar.onErrorStream("Lifetime");
    bar.show(0, "", -1, "reading " + input);
    Transactions read = Transactions.read(input, columns);
    PurchaseDays all = read.days();
    int last = until.isBlank() ? all.lastDay() : (int) date(until).toEpochDay();
    Histories histories = Histories.at(all, last);
    new LifetimeNotes(read, all).print(histories, last, days);
    bar.show(30, "", -1, "fitting");
    LifetimeFit fit = LifetimeFit.of(all, last, days, wanted, seed);
    bar.show(90, "", -1, "writing");
    LifetimeNotes.print(fit, last, days);
    int lines = LifetimeRows.write(out, read.customers(), fit);
    bar.done(String.format(Locale.ROOT, "%,d customers", lines));
    System.out.printf(
        "customers %d  model %s  days %d  out %s%n",
        lines, fit.purchases().model().id(), days, out);
    return ExitCode.OK.value();
  }

  private Optional<PurchaseModel> check() {
    if (input == null || out == null) {
      throw usage(
          "%s is missing.\nMaybe: souk lifetime --transactions tx.csv --until 2024-12-31 --days 90 --out lifetime.csv"
              .formatted(input == null ? "--transactions CSV" : "--out CSV"));
    }
    if (days < 1 || days > MOST_DAYS) {
      throw usage(
          "--days must lie between 1 and %d, but is %d.\nMaybe --days D is missing."
              .formatted(MOST_DAYS, days));
    }
    if (!until.isBlank()) {
      date(until);
    }
    String word = model.strip().toLowerCase(Locale.ROOT);
    if (word.equals(AUTO)) {
      return Optional.empty();
    }
    return Optional.of(
        Stream.of(PurchaseModel.values())
            .filter(one -> one.id().equals(word))
            .findFirst()
            .orElseThrow(
                () ->
                    usage(
                        "There is no model \"%s\"; there are auto, %s."
                            .formatted(
                                model,
                                String.join(
                                    ", ",
                                    Stream.of(PurchaseModel.values())
                                        .map(PurchaseModel::id)
                                        .toList())))));
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
