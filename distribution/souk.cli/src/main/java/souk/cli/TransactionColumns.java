package souk.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** Which columns of a file of transactions mean what. */
final class TransactionColumns {
  @Option(
      names = "--customer",
      defaultValue = "customer",
      paramLabel = "COLUMN",
      description = "Who; lines without a customer are counted and left out (default: customer).")
  private String customer = "customer";

  @Option(
      names = "--date",
      defaultValue = "date",
      paramLabel = "COLUMN",
      description = "A day, or a day and a time (default: date).")
  private String date = "date";

  @Option(
      names = "--amount",
      defaultValue = "amount",
      paramLabel = "COLUMN",
      description = "What was paid; negative for refunds (default: amount).")
  private String amount = "amount";

  @Option(
      names = "--currency",
      defaultValue = "currency",
      paramLabel = "COLUMN",
      description = "May be missing; if there, it holds one currency (default: currency).")
  private String currency = "currency";

  String customer() {
    return customer;
  }

  String date() {
    return date;
  }

  String amount() {
    return amount;
  }

  String currency() {
    return currency;
  }

  List<String> required() {
    return List.of(customer, date, amount);
  }
}
