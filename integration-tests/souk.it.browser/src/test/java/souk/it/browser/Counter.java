package souk.it.browser;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import souk.it.harness.Platform;
import souk.it.harness.Shop;

/** A shop that is open, with a load that has bad rows and a plan that waits for approval. */
final class Counter {
  static final int BAD_ROWS = 60;

  private Counter() {}

  /** Returns the plan that waits. */
  static String open(Platform platform, Path folder) throws Exception {
    Shop.open(platform, folder);
    platform.job("/loads", Shop.load(badRows(folder.resolve("bad rows.csv"))));
    ObjectNode request = Platform.object().put("kind", "PRICE").put("items", 10);
    return platform.job("/plans", request.put("budgetMinor", 1_000_000)).path("planId").asText();
  }

  private static Path badRows(Path csv) throws Exception {
    StringBuilder text =
        new StringBuilder(
            "invoice_no,stock_code,description,quantity,invoice_date,unit_price,customer_id,country\n");
    text.append("900000,A100,Article 0,1,2025-12-29 09:00:00,2.00,12001,United Kingdom\n");
    for (int i = 0; i < BAD_ROWS; i++) {
      String quantity = i % 3 == 0 ? "=1+1" : "1";
      String date = i % 3 == 1 ? "31 Foo 2025" : "2025-12-29 09:00:00";
      String price = i % 3 == 2 ? "<b>two</b>" : "2.00";
      text.append(
          "%d,A100,A very long name of an article that nobody would ever print on a label %d,%s,%s,%s,12001,United Kingdom\n"
              .formatted(900_001 + i, i, quantity, date, price));
    }
    return Files.writeString(csv, text);
  }
}
