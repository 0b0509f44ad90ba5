package souk.data.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import souk.data.api.Document;
import souk.data.api.Documents;
import souk.data.api.Journal;

/** Documents in the journal. Safe for use by many threads. */
@Component(service = Documents.class)
public final class JournalDocuments implements Documents {
  private static final String COLUMNS =
      "SELECT d.kind, d.id, d.revision, d.changed_at, d.body, d.crc FROM document d ";
  private static final String HEADS =
      COLUMNS
          + "JOIN document_head h ON h.kind = d.kind AND h.id = d.id AND h.revision = d.revision ";
  private final Journal journal;
  private final Clock clock;
  private final JsonMapper mapper = MappingJson.mapper();

  @Activate
  public JournalDocuments(@Reference Journal journal) {
    this(journal, Clock.systemUTC());
  }

  JournalDocuments(Journal journal, Clock clock) {
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public Document put(Put put) {
    return putAll(List.of(put)).get(0);
  }

  @Override
  public List<Document> putAll(List<Put> puts) {
    List<Put> all = List.copyOf(puts);
    all.forEach(this::check);
    return journal.write(
        connection -> {
          List<Document> written = new ArrayList<>();
          for (Put put : all) {
            written.add(write(connection, put));
          }
          return written;
        });
  }

  @Override
  public Optional<Document> find(String kind, String id) {
    return query(HEADS + "WHERE d.kind = ? AND d.id = ?", kind, id).stream().findFirst();
  }

  @Override
  public List<Document> list(String kind, int limit) {
    return query(
        HEADS + "WHERE h.kind = ? ORDER BY h.change_number DESC LIMIT ?", kind, Math.max(0, limit));
  }

  @Override
  public List<Document> history(String kind, String id) {
    return query(COLUMNS + "WHERE d.kind = ? AND d.id = ? ORDER BY d.revision DESC", kind, id);
  }

  @Override
  public long amend(String kind, UnaryOperator<String> change) {
    List<Document> all = query(COLUMNS + "WHERE d.kind = ?", kind);
    return journal.write(
        connection -> {
          long changed = 0;
          for (Document document : all) {
            String body = change.apply(document.bodyJson());
            if (!body.equals(document.bodyJson())) {
              check(new Put(kind, document.id(), -1, body));
              changed += AmendedRow.write(connection, document, body);
            }
          }
          return changed;
        });
  }

  private Document write(Connection connection, Put put) throws SQLException {
    long present =
        Sql.count(
            connection,
            "SELECT coalesce(max(revision), 0) FROM document_head WHERE kind = ? AND id = ?",
            put.kind(),
            put.id());
    if (put.expectedRevision() >= 0 && put.expectedRevision() != present) {
      throw new ConflictException(
          "The %s %s is at revision %d, the writer has seen %d.%nMaybe somebody else changed it: read it again and decide anew."
              .formatted(put.kind(), put.id(), present, put.expectedRevision()));
    }
    Instant now = clock.instant();
    Document document = new Document(put.kind(), put.id(), present + 1, now, put.bodyJson());
    Sql.update(
        connection,
        "INSERT INTO document (kind, id, revision, changed_at, body, crc) VALUES (?, ?, ?, ?, ?,"
            + " ?)",
        put.kind(),
        put.id(),
        document.revision(),
        now.toString(),
        put.bodyJson(),
        RowSeal.document(
            put.kind(), put.id(), document.revision(), now.toString(), put.bodyJson()));
    long change =
        Sql.count(connection, "SELECT coalesce(max(change_number), 0) + 1 FROM document_head");
    Sql.update(
        connection,
        "INSERT INTO document_head (kind, id, revision, change_number, crc) VALUES (?, ?, ?, ?, ?)"
            + " ON CONFLICT (kind, id) DO UPDATE SET revision = excluded.revision,"
            + " change_number = excluded.change_number, crc = excluded.crc",
        put.kind(),
        put.id(),
        document.revision(),
        change,
        RowSeal.head(put.kind(), put.id(), document.revision(), change));
    return document;
  }

  private List<Document> query(String sql, Object... parameters) {
    return journal.read(
        connection -> {
          List<Document> found = new ArrayList<>();
          try (PreparedStatement statement = Sql.prepare(connection, sql, parameters);
              ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              RowSeal.verify(rows);
              found.add(
                  new Document(
                      rows.getString(1),
                      rows.getString(2),
                      rows.getLong(3),
                      Instant.parse(rows.getString(4)),
                      rows.getString(5)));
            }
          }
          return found;
        });
  }

  private void check(Put put) {
    if (put.kind().isBlank() || put.id().isBlank() || put.expectedRevision() < -1) {
      throw new IllegalArgumentException(
          "A document needs a kind, an id and an expected revision of at least -1, but got \"%s\", \"%s\" and %d."
              .formatted(put.kind(), put.id(), put.expectedRevision()));
    }
    try {
      if (!mapper.readTree(put.bodyJson()).isObject()) {
        throw new IllegalArgumentException(
            "The body of %s %s must be a JSON object.".formatted(put.kind(), put.id()));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "The body of %s %s is not valid JSON: %s"
              .formatted(put.kind(), put.id(), e.getOriginalMessage()),
          e);
    }
  }
}
