package souk.edge.rest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import org.junit.jupiter.api.io.TempDir;
import souk.data.spi.CustomerData;
import souk.edge.rest.once.KeptAnswerCustomers;
import souk.model.CustomerKey;
import souk.testkit.CustomerDataContract;

/** First answers that name a customer. */
class KeptAnswerErasureTest extends CustomerDataContract {
  @TempDir Path folder;
  private FileJournal journal;

  @Override
  protected CustomerData data() {
    journal = new FileJournal(folder);
    CustomerData data = new KeptAnswerCustomers(journal);
    data.erase(staying());
    for (CustomerKey customer : new CustomerKey[] {erased(), staying()}) {
      journal.write(
          connection -> {
            try (PreparedStatement insert =
                connection.prepareStatement(
                    "INSERT INTO http_answer VALUES ('till', ?, 'f', 'r', 0, 200, 'application/json',"
                        + " '', ?)")) {
              insert.setString(1, "key of " + customer.value().length());
              insert.setBytes(
                  2,
                  ("{\"customer\":\"" + customer.value() + "\",\"net\":5}")
                      .getBytes(StandardCharsets.UTF_8));
              return insert.executeUpdate();
            }
          });
    }
    return data;
  }

  @Override
  protected CustomerKey erased() {
    return new CustomerKey("1785");
  }

  @Override
  protected CustomerKey staying() {
    return new CustomerKey("17850");
  }

  @Override
  protected boolean knows(CustomerKey customer) {
    return journal.read(
        connection -> {
          try (PreparedStatement find =
              connection.prepareStatement(
                  "SELECT count(*) FROM http_answer WHERE instr(CAST(body AS TEXT), ?) > 0")) {
            find.setString(1, "{\"customer\":\"" + customer.value() + "\",\"net\":5}");
            try (ResultSet rows = find.executeQuery()) {
              return rows.next() && rows.getLong(1) > 0;
            }
          }
        });
  }
}
