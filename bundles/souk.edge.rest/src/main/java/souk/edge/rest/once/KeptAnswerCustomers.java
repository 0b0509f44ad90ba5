package souk.edge.rest.once;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import souk.data.api.ErasedPart;
import souk.data.api.ErasedPart.Treatment;
import souk.data.api.Journal;
import souk.data.spi.CustomerData;
import souk.model.CustomerKey;

/**
 * Takes the ids of erased customers out of the first answers that are kept for a day. A kept answer
 * is given again as before, but for the name.
 */
@Component(service = CustomerData.class)
public final class KeptAnswerCustomers implements CustomerData {
  private static final String GONE = "\"erased\"";
  private static final String FIND =
      "SELECT actor, idempotency_key, body FROM http_answer"
          + " WHERE instr(body, CAST(? AS BLOB)) > 0";
  private static final String CHANGE =
      "UPDATE http_answer SET body = ? WHERE actor = ? AND idempotency_key = ?";

  private final Journal journal;

  @Activate
  public KeptAnswerCustomers(@Reference Journal journal) {
    this.journal = journal;
  }

  @Override
  public String keeper() {
    return "answers kept by idempotency key";
  }

  @Override
  public List<ErasedPart> erase(CustomerKey customer) {
    String id = '"' + customer.value().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    return journal.write(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute(KeptAnswers.TABLE);
          }
          long changed = 0;
          for (Kept kept : find(connection, id)) {
            changed += change(connection, kept, id);
          }
          return List.of(new ErasedPart(keeper(), "http_answer", changed, Treatment.ANONYMISED));
        });
  }

  private record Kept(String actor, String key, String body) {}

  private static List<Kept> find(Connection connection, String id) throws SQLException {
    List<Kept> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setString(1, id);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String body = new String(rows.getBytes(3), StandardCharsets.UTF_8);
          found.add(new Kept(rows.getString(1), rows.getString(2), body));
        }
      }
    }
    return found;
  }

  private static long change(Connection connection, Kept kept, String id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CHANGE)) {
      statement.setBytes(1, kept.body().replace(id, GONE).getBytes(StandardCharsets.UTF_8));
      statement.setString(2, kept.actor());
      statement.setString(3, kept.key());
      return statement.executeUpdate();
    }
  }
}
