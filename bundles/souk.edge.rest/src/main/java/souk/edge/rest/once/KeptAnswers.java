package souk.edge.rest.once;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import souk.data.api.Journal;
import souk.data.api.StoreException;
import souk.edge.rest.http.Answer;

/** First answers by actor and key, in a table of the journal. Safe for use by many threads. */
final class KeptAnswers {
  /** Most keys that are remembered. */
  static final int MOST = 200_000;

  private static final Duration KEPT = Duration.ofHours(24);
  static final String TABLE =
      "CREATE TABLE IF NOT EXISTS http_answer (actor TEXT NOT NULL, idempotency_key TEXT NOT NULL,"
          + " fingerprint TEXT NOT NULL, run TEXT NOT NULL, at_millis BIGINT NOT NULL,"
          + " status INTEGER, media_type TEXT, headers TEXT, body BLOB,"
          + " PRIMARY KEY (actor, idempotency_key))";
  private static final String INDEX =
      "CREATE INDEX IF NOT EXISTS http_answer_by_time ON http_answer (at_millis)";
  private static final String FORGET = "DELETE FROM http_answer WHERE at_millis < ?";
  private static final String COUNT = "SELECT COUNT(*) FROM http_answer";
  private static final String FIND =
      "SELECT fingerprint, run, status, media_type, headers, body FROM http_answer"
          + " WHERE actor = ? AND idempotency_key = ?";
  private static final String CLAIM =
      "INSERT INTO http_answer (actor, idempotency_key, fingerprint, run, at_millis)"
          + " VALUES (?, ?, ?, ?, ?)";
  private static final String KEEP =
      "UPDATE http_answer SET status = ?, media_type = ?, headers = ?, body = ?"
          + " WHERE actor = ? AND idempotency_key = ?";
  private static final String RELEASE =
      "DELETE FROM http_answer WHERE actor = ? AND idempotency_key = ?";

  private final Clock clock;
  private final String run;

  /** How many keys can be taken before the rows must be counted. */
  private final AtomicLong free = new AtomicLong();

  private final Set<String> underWay = ConcurrentHashMap.newKeySet();

  /** What became of a key. */
  enum State {
    NEW,
    KEPT,
    OTHER_CONTENT,
    IN_FLIGHT,
    INTERRUPTED,
    FULL
  }

  /**
   * A key as it was found.
   *
   * @param state what became of it
   * @param answer the first answer, if it was kept
   */
  record Claim(State state, Optional<Answer> answer) {
    static Claim of(State state) {
      return new Claim(state, Optional.empty());
    }
  }

  KeptAnswers(Clock clock, String run) {
    this.clock = clock;
    this.run = run;
  }

  /** Takes a key in one transaction; a new one must be ended with {@link #ended}. */
  Claim claim(Journal journal, String actor, String key, String fingerprint) {
    String name = name(actor, key);
    try {
      return journal.write(
          connection -> {
            prepare(connection);
            Optional<Claim> known = find(connection, actor, key, fingerprint);
            if (known.isPresent()) {
              return known.get();
            }
            if (full(connection)) {
              return Claim.of(State.FULL);
            }
            try (PreparedStatement insert = connection.prepareStatement(CLAIM)) {
              insert.setString(1, actor);
              insert.setString(2, key);
              insert.setString(3, fingerprint);
              insert.setString(4, run);
              insert.setLong(5, clock.millis());
              insert.executeUpdate();
            }
            // Before others can see the row, so that they never take it for an interrupted one.
            underWay.add(name);
            return Claim.of(State.NEW);
          });
    } catch (StoreException notDurable) {
      underWay.remove(name);
      throw notDurable;
    }
  }

  /** Counts the rows only when the claims since the last count could have filled the table. */
  private boolean full(Connection connection) throws SQLException {
    if (free.decrementAndGet() > 0) {
      return false;
    }
    free.set(MOST - count(connection));
    return free.get() <= 0;
  }

  void keep(Journal journal, String actor, String key, Answer answer) {
    journal.write(
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(KEEP)) {
            update.setInt(1, answer.status());
            update.setString(2, answer.mediaType());
            update.setString(3, lines(answer.headers()));
            update.setBytes(4, answer.body());
            update.setString(5, actor);
            update.setString(6, key);
            return update.executeUpdate();
          }
        });
  }

  void release(Journal journal, String actor, String key) {
    journal.write(
        connection -> {
          try (PreparedStatement delete = connection.prepareStatement(RELEASE)) {
            delete.setString(1, actor);
            delete.setString(2, key);
            return delete.executeUpdate();
          }
        });
  }

  void ended(String actor, String key) {
    underWay.remove(name(actor, key));
  }

  private void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(TABLE);
      statement.execute(INDEX);
    }
    try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
      forget.setLong(1, clock.millis() - KEPT.toMillis());
      forget.executeUpdate();
    }
  }

  private static long count(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(COUNT)) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  private Optional<Claim> find(Connection connection, String actor, String key, String fingerprint)
      throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(FIND)) {
      find.setString(1, actor);
      find.setString(2, key);
      try (ResultSet row = find.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        if (!row.getString(1).equals(fingerprint)) {
          return Optional.of(Claim.of(State.OTHER_CONTENT));
        }
        int status = row.getInt(3);
        if (row.wasNull()) {
          boolean here = row.getString(2).equals(run) && underWay.contains(name(actor, key));
          return Optional.of(Claim.of(here ? State.IN_FLIGHT : State.INTERRUPTED));
        }
        Answer answer =
            new Answer(status, row.getString(4), row.getBytes(6), headers(row.getString(5)));
        return Optional.of(new Claim(State.KEPT, Optional.of(answer)));
      }
    }
  }

  private static String name(String actor, String key) {
    return actor + "\n" + key;
  }

  private static String lines(Map<String, String> headers) {
    StringBuilder lines = new StringBuilder();
    headers.forEach((name, value) -> lines.append(name).append('\t').append(value).append('\n'));
    return lines.toString();
  }

  private static Map<String, String> headers(String lines) {
    Map<String, String> headers = new LinkedHashMap<>();
    lines
        .lines()
        .forEach(
            line -> {
              int tab = line.indexOf('\t');
              headers.put(line.substring(0, tab), line.substring(tab + 1));
            });
    return headers;
  }
}
