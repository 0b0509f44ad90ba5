package souk.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "erase",
    mixinStandardHelpOptions = true,
    header = "Erases a customer wherever the platform keeps something about one.",
    description =
        "Deletes what is known of a customer, takes the key out of all orders, segments and "
            + "experiments, and writes the files anew, so that no byte of it is left in them. Orders "
            + "stay for demand and books as those of somebody unknown. Backups made before still "
            + "hold the customer: the answer names those in the state folder. Cannot be undone.")
final class EraseCommand implements Callable<Integer> {
  @Mixin private PlaceOptions options;

  @Parameters(paramLabel = "CUSTOMER", description = "Key of the customer, as it was loaded.")
  private String customer;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why, for the audit; without customer data.")
  private String reason;

  @Override
  public Integer call() {
    ObjectNode body = Api.object().put("customer", customer).put("reason", reason);
    try (Session session = Session.onState(options.place())) {
      JsonNode report = new Jobs(session.api("admin")).run("Erasure", "/customers/erasures", body);
      System.out.println(Api.pretty(report));
    }
    return ExitCode.OK.value();
  }
}
