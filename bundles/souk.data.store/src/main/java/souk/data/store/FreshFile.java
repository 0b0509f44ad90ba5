package souk.data.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import souk.data.api.StoreException;

/**
 * A database that is written anew beside the one in use, to take its place.
 *
 * @param file the one in use
 * @param fresh the new one
 */
record FreshFile(Path file, Path fresh) {
  private static final String NAME = "fresh";

  static FreshFile of(Path file) {
    return new FreshFile(file, file.resolveSibling(file.getFileName() + ".new"));
  }

  /** Removes what an interrupted attempt has left. */
  void delete() {
    try {
      Files.deleteIfExists(fresh);
      Files.deleteIfExists(log(fresh));
    } catch (IOException e) {
      throw new StoreException(
          "%s cannot be deleted: %s%nMaybe it belongs to another user."
              .formatted(fresh, e.getMessage()),
          e);
    }
  }

  /** From now on the engine reaches its own file, its temp folder and the new file alone. */
  void shutOthersOut(Connection connection) throws SQLException {
    run(connection, "SET allowed_paths = [%s, %s]".formatted(text(fresh), text(log(fresh))));
    run(connection, "SET enable_external_access = false");
  }

  /** Copies all tables and views of the connection's database into the new file. */
  void fill(Connection connection) throws SQLException {
    String own = Sql.text(connection, "SELECT current_database()").orElseThrow();
    run(connection, "ATTACH %s AS %s".formatted(text(fresh), NAME));
    boolean whole = false;
    try {
      run(connection, "COPY FROM DATABASE \"%s\" TO %s".formatted(own.replace("\"", "\"\""), NAME));
      run(connection, "CHECKPOINT " + NAME);
      whole = true;
    } finally {
      run(connection, "DETACH " + NAME);
      if (!whole) {
        delete();
      }
    }
  }

  /** Takes the place of the file in use, of which nothing is open. */
  void replace() throws IOException {
    if (Files.exists(log(file)) || Files.exists(log(fresh))) {
      throw new IOException("a log is left of " + (Files.exists(log(file)) ? file : fresh));
    }
    Flushed.file(fresh);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Flushed.folder(file.resolveSibling("."));
  }

  private static Path log(Path database) {
    return database.resolveSibling(database.getFileName() + ".wal");
  }

  private static String text(Path path) {
    return "'" + path.toString().replace("'", "''") + "'";
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
