package souk.data.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import souk.data.api.StoreException;

/**
 * Brings the tables of one store to the version this build knows, step by step, each in one
 * transaction, and remembers the digest of each step. Immutable.
 */
final class Migrations {
  private final String store;
  private final List<Step> steps;
  private final Map<Integer, After> after;

  /** What SQL cannot do, within the transaction of its step. */
  @FunctionalInterface
  interface After {
    void run(Connection connection) throws SQLException;
  }

  /**
   * One step.
   *
   * @param version 1 for the first, without gaps
   * @param name file name
   * @param sql statements, each ended by a semicolon at the end of a line
   */
  record Step(int version, String name, String sql) {
    String checksum() {
      try {
        byte[] digest =
            MessageDigest.getInstance("SHA-256").digest(sql.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every Java platform has SHA-256.", e);
      }
    }

    List<String> statements() {
      List<String> statements = new ArrayList<>();
      for (String part : sql.split(";\\s*(\\R|$)", -1)) {
        String statement = part.replaceAll("(?m)^\\s*--.*$", "").strip();
        if (!statement.isEmpty()) {
          statements.add(statement);
        }
      }
      return statements;
    }
  }

  Migrations(String store, List<Step> steps) {
    this(store, steps, Map.of());
  }

  private Migrations(String store, List<Step> steps, Map<Integer, After> after) {
    this.store = store;
    this.steps = List.copyOf(steps);
    this.after = Map.copyOf(after);
  }

  /** The same steps, one of them with work that runs after its statements. */
  Migrations then(int version, After work) {
    Map<Integer, After> more = new HashMap<>(after);
    more.put(version, work);
    return new Migrations(store, steps, more);
  }

  /** Reads steps from files in the folder of that name beside this class. */
  static Migrations ofResources(String store, String... names) {
    List<Step> steps = new ArrayList<>();
    for (String name : names) {
      int version = Integer.parseInt(name.substring(1, 4));
      steps.add(new Step(version, name, resource(store + "/" + name)));
    }
    return new Migrations(store, steps);
  }

  /**
   * Applies what is missing.
   *
   * @throws StoreException if the state is newer than this build or was made by other steps
   */
  void apply(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL, name VARCHAR NOT"
              + " NULL, checksum VARCHAR NOT NULL)");
    }
    int present = check(connection);
    for (Step step : steps.subList(present, steps.size())) {
      apply(connection, step);
    }
  }

  private int check(Connection connection) throws SQLException {
    int present = 0;
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT version, name, checksum FROM schema_version ORDER BY version")) {
      while (rows.next()) {
        present++;
        int version = rows.getInt(1);
        if (present > steps.size()) {
          throw new StoreException(
              "The %s holds tables of version %d (%s), but this build knows only up to version %d.%nMaybe it was written by a newer Souk: start that one, or restore the state folder from before the upgrade."
                  .formatted(store, version, rows.getString(2), steps.size()));
        }
        Step step = steps.get(present - 1);
        if (version != step.version() || !step.checksum().equals(rows.getString(3))) {
          throw new StoreException(
              "Version %d of the tables of the %s was made by another %s than this build has.%nMaybe the state comes from a development build: restore it from a backup, or move it away and load the sources again."
                  .formatted(version, store, rows.getString(2)));
        }
      }
    }
    return present;
  }

  private void apply(Connection connection, Step step) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN");
      try {
        for (String sql : step.statements()) {
          statement.execute(sql);
        }
        After more = after.get(step.version());
        if (more != null) {
          more.run(connection);
        }
        remember(connection, step);
        statement.execute("COMMIT");
      } catch (SQLException e) {
        statement.execute("ROLLBACK");
        throw new StoreException(
            "Step %s of the %s failed: %s".formatted(step.name(), store, e.getMessage()), e);
      }
    }
  }

  private static void remember(Connection connection, Step step) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO schema_version VALUES (?, ?, ?)")) {
      insert.setInt(1, step.version());
      insert.setString(2, step.name());
      insert.setString(3, step.checksum());
      insert.executeUpdate();
    }
  }

  private static String resource(String name) {
    try (InputStream in = Migrations.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The bundle lacks its own file " + name + ".");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("The bundle's own file " + name + " is unreadable.", e);
    }
  }
}
