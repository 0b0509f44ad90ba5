package souk.customer.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import souk.customer.api.BehaviorForecast;
import souk.customer.api.CustomerScore;
import souk.customer.api.ScoringRun;
import souk.data.api.Warehouse;
import souk.model.Provenance;

/**
 * The latest scoring run as rows of the warehouse, so that it is there after a start. Only the
 * latest is kept: whoever is erased is to be deleted in one place.
 */
final class ScoreTable {
  private static final String KIND = "score";
  private static final int ROWS = 100;
  private static final String OWN = "run.";

  private final Warehouse warehouse;

  /** Own cache of types, so that the shared one of the library does not hold this bundle. */
  private final ObjectMapper mapper =
      JsonMapper.builder()
          .typeFactory(TypeFactory.defaultInstance().withCache(new LRUMap<>(16, 64)))
          .build();

  ScoreTable(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  void keep(ScoringRun run) {
    warehouse.write(
        connection -> {
          update(connection, "DELETE FROM score");
          update(connection, "DELETE FROM model_run WHERE kind = '" + KIND + "'");
          insertRun(connection, run);
          List<CustomerScore> all = run.forecast().scores();
          for (int from = 0; from < all.size(); from += ROWS) {
            insert(connection, run.id(), all.subList(from, Math.min(all.size(), from + ROWS)));
          }
          return run.id();
        });
  }

  private static void update(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.executeUpdate();
    }
  }

  private void insertRun(Connection connection, ScoringRun run) throws SQLException {
    Provenance provenance = run.forecast().provenance();
    ObjectNode options = mapper.createObjectNode();
    provenance.options().forEach(options::put);
    options.put(OWN + "strategy", run.strategy());
    options.put(OWN + "horizonDays", run.forecast().horizonDays());
    run.fallbackReason().ifPresent(reason -> options.put(OWN + "fallbackReason", reason));
    ObjectNode measures = options.putObject(OWN + "measures");
    new TreeMap<>(run.forecast().measures()).forEach(measures::put);
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO model_run VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      statement.setString(1, run.id());
      statement.setString(2, KIND);
      statement.setTimestamp(3, Timestamp.from(provenance.createdAt()));
      statement.setString(4, provenance.strategy());
      statement.setString(5, provenance.version());
      statement.setLong(6, provenance.seed());
      statement.setString(7, provenance.inputFingerprint());
      statement.setString(8, text(options));
      statement.executeUpdate();
    }
  }

  private void insert(Connection connection, String run, List<CustomerScore> part)
      throws SQLException {
    String values =
        String.join(", ", Collections.nCopies(part.size(), "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO score VALUES " + values)) {
      int at = 1;
      for (CustomerScore score : part) {
        at = ScoreRow.set(statement, at, run, score, text(RunJson.reasons(mapper, score)));
      }
      statement.executeUpdate();
    }
  }

  private String text(JsonNode node) {
    try {
      return mapper.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Scores cannot be written.", e);
    }
  }

  private JsonNode tree(String text) {
    try {
      return mapper.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Kept scores are no JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** The run that was kept last; empty if there is none. */
  Optional<ScoringRun> latest() {
    return warehouse.read(
        connection -> {
          try (PreparedStatement statement =
                  connection.prepareStatement(
                      "SELECT run_id, created_at, strategy, version, seed, input_fingerprint,"
                          + " options_json FROM model_run WHERE kind = '"
                          + KIND
                          + "' ORDER BY created_at DESC, run_id DESC LIMIT 1");
              ResultSet found = statement.executeQuery()) {
            return found.next() ? Optional.of(run(connection, found)) : Optional.empty();
          }
        });
  }

  private ScoringRun run(Connection connection, ResultSet found) throws SQLException {
    JsonNode options = tree(found.getString(7));
    Provenance.Builder provenance =
        Provenance.builder(
                found.getTimestamp(2).toInstant(), found.getString(3), found.getString(4))
            .seed(found.getLong(5))
            .inputFingerprint(found.getString(6));
    Map<String, Double> measures = new HashMap<>();
    for (Map.Entry<String, JsonNode> option : options.properties()) {
      if (option.getKey().equals(OWN + "measures")) {
        option.getValue().properties().forEach(m -> measures.put(m.getKey(), number(m.getValue())));
      } else if (!option.getKey().startsWith(OWN)) {
        provenance.option(option.getKey(), option.getValue().asText());
      }
    }
    String id = found.getString(1);
    return new ScoringRun(
        id,
        options.path(OWN + "strategy").asText(),
        new BehaviorForecast(
            options.path(OWN + "horizonDays").asInt(),
            ScoreRow.read(connection, id, text -> RunJson.reasons(tree(text))),
            measures,
            provenance.build()),
        Optional.ofNullable(options.get(OWN + "fallbackReason")).map(JsonNode::asText));
  }

  /** Figures that are no numbers are kept as texts. */
  private static double number(JsonNode node) {
    return node.isTextual() ? Double.parseDouble(node.asText()) : node.asDouble();
  }
}
