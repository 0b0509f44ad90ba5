package souk.it.harness;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.duckdb.DuckDBDriver;
import org.sqlite.JDBC;

/**
 * A state folder looked at from outside: which acknowledged changes it holds, and whether its
 * stores are whole. Shares no code with the platform.
 */
public final class RestoredState {
  private static final int HASH = 32;
  private static final int HEADER = 16 + HASH;
  private static final int HEAD = 8 + HASH;
  private static final Pattern STEP = Pattern.compile("step:s\\d+\\.");
  private static final Pattern SELECTION = Pattern.compile("selection:n(\\d+)\\.");
  private static final Pattern PRIMARY = Pattern.compile("primary\\.Forecaster=\"([a-z-]+)@");

  private final Path data;
  private final Set<String> changes = new HashSet<>();
  private int lastSelection;
  private long records;

  private RestoredState(Path data) {
    this.data = data;
  }

  /**
   * @throws IllegalStateException if a store is damaged
   */
  public static RestoredState read(Path data) throws Exception {
    RestoredState state = new RestoredState(data);
    state.journal();
    state.warehouse();
    state.decisions();
    return state;
  }

  /** Names of the changes in it, as {@link Writers} gives them. */
  public Set<String> changes() {
    return changes;
  }

  /** Entries of the decision log. */
  public long records() {
    return records;
  }

  /**
   * Why the kept selection does not fit the last one that the decision log holds, or empty text.
   * One that was being made and not yet acknowledged may be kept already.
   */
  public String whySelectionDoesNotFit() throws Exception {
    Path file = data.resolve("config/souk/kernel/router.config");
    String config = Files.exists(file) ? Files.readString(file) : "";
    Matcher primary = PRIMARY.matcher(config);
    String kept = primary.find() ? primary.group(1) : "none";
    List<String> all = Writers.FORECASTERS;
    boolean fits =
        kept.equals(all.get(lastSelection % all.size()))
            || kept.equals(all.get((lastSelection + 1) % all.size()))
            || (lastSelection == 0 && kept.equals("none"));
    return fits ? "" : "%s is kept, the last logged selection is %d".formatted(kept, lastSelection);
  }

  private void journal() throws Exception {
    try (Connection connection =
            new JDBC()
                .connect(
                    "jdbc:sqlite:" + data.resolve("journal/journal.sqlite"), new Properties());
        Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery("PRAGMA integrity_check")) {
        require(rows.next() && "ok".equals(rows.getString(1)), "the journal is damaged");
      }
      try (ResultSet rows = statement.executeQuery("SELECT kind, id, body FROM document")) {
        while (rows.next()) {
          changes.add(rows.getString(1) + ":" + rows.getString(2));
          Matcher step = STEP.matcher(rows.getString(3));
          while (step.find()) {
            changes.add(step.group());
          }
        }
      }
    }
  }

  private void warehouse() throws Exception {
    try (Connection connection =
            new DuckDBDriver()
                .connect(
                    "jdbc:duckdb:" + data.resolve("warehouse/warehouse.duckdb"), new Properties());
        Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery("SELECT location, rows_loaded FROM load")) {
        while (rows.next()) {
          changes.add("load:" + Path.of(rows.getString(1)).getFileName());
        }
      }
      try (ResultSet rows =
          statement.executeQuery("SELECT count(DISTINCT load_id) FROM order_line")) {
        require(rows.next() && rows.getLong(1) > 0, "the warehouse holds no order lines");
      }
    }
  }

  private void decisions() throws Exception {
    series("decisions-");
    series("quotes-");
  }

  /** Segments that follow from each other; the first ones may have been removed. */
  private void series(String prefix) throws Exception {
    byte[] chain = null;
    long number = 0;
    try (Stream<Path> files = Files.list(data.resolve("decisions"))) {
      for (Path file :
          files
              .filter(f -> f.getFileName().toString().matches(prefix + "[0-9a-f]+\\.log"))
              .sorted()
              .toList()) {
        byte[] bytes = Files.readAllBytes(file);
        if (chain == null) {
          chain = Arrays.copyOfRange(bytes, 16, HEADER);
          number = ByteBuffer.wrap(bytes).getLong(8);
          require(
              !prefix.equals("decisions-") || number == 0, "the durable entries do not begin at 0");
        }
        long before = records;
        chain = segment(file, bytes, chain, number);
        number += records - before;
      }
    }
  }

  private byte[] segment(Path file, byte[] bytes, byte[] before, long number) throws Exception {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    require(
        new String(bytes, 0, 8, StandardCharsets.US_ASCII).equals("SOUKDEC1")
            && buffer.getLong(8) == number
            && Arrays.equals(Arrays.copyOfRange(bytes, 16, HEADER), before),
        file + " does not follow from the segment before it");
    byte[] chain = before;
    int at = HEADER;
    while (at < bytes.length) {
      int length = buffer.getInt(at);
      require(at + HEAD + length <= bytes.length, file + " ends in the midst of a record");
      byte[] link = Arrays.copyOfRange(bytes, at + 8, at + HEAD);
      byte[] payload = Arrays.copyOfRange(bytes, at + HEAD, at + HEAD + length);
      CRC32C crc = new CRC32C();
      crc.update(link);
      crc.update(payload);
      require(
          Arrays.equals(link, chain) && (int) crc.getValue() == buffer.getInt(at + 4),
          file + " has a broken record at " + at);
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(chain);
      chain = digest.digest(payload);
      Matcher selection = SELECTION.matcher(new String(payload, StandardCharsets.UTF_8));
      if (selection.find()) {
        changes.add(selection.group());
        lastSelection = Math.max(lastSelection, Integer.parseInt(selection.group(1)));
      }
      records++;
      at += HEAD + length;
    }
    return chain;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
