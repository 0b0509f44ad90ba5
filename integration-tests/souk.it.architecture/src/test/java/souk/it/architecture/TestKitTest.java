package souk.it.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whatever a stranger may implement has a contract test, and that test is seen to fail. */
class TestKitTest {
  @Test
  void everySpiTypeHasAContractThatCanFail() throws IOException {
    Set<String> roles = new TreeSet<>();
    Set<String> contracts = new TreeSet<>();
    StringBuilder tests = new StringBuilder();
    for (Path file : Checkout.javaFiles("bundles")) {
      String name = file.getFileName().toString().replace(".java", "");
      boolean kit = file.toString().contains("souk.testkit");
      if (kit && file.toString().contains("src/test/")) {
        tests.append(Files.readString(file));
      } else if (kit) {
        contracts.add(name);
      } else if (file.getParent().endsWith("spi")
          && Files.readString(file).contains("\n@ConsumerType")) {
        roles.add(name);
      }
    }
    assertTrue(roles.size() >= 19, roles.toString());
    assertEquals(List.of(), missing(roles, contracts, tests.toString()));
  }

  @Test
  void whatIsMissingIsNamed() {
    assertEquals(
        List.of("Pricer has no PricerContract", "PlannerContract is never seen to fail"),
        missing(
            new TreeSet<>(Set.of("Pricer", "Planner", "Guard")).descendingSet(),
            Set.of("PlannerContract", "GuardContract"),
            "class Planted extends GuardContract {"));
  }

  private static List<String> missing(Set<String> roles, Set<String> contracts, String tests) {
    List<String> missing = new ArrayList<>();
    for (String role : roles) {
      String contract = role + "Contract";
      if (!contracts.contains(contract)) {
        missing.add("%s has no %s".formatted(role, contract));
      } else if (!tests.contains(" extends " + contract + " {")) {
        missing.add("%s is never seen to fail".formatted(contract));
      }
    }
    return missing;
  }
}
