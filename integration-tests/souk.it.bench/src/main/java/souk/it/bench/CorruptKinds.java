package souk.it.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import picocli.CommandLine;
import souk.cli.Souk;
import souk.data.api.Document;
import souk.data.api.Documents;
import souk.data.api.StoreException;
import souk.data.store.DuckDbWarehouse;
import souk.data.store.JournalDocuments;
import souk.data.store.SqliteJournal;
import souk.it.bench.CorruptBench.Fate;
import souk.it.bench.CorruptBench.Kind;
import souk.kernel.api.Decision;
import souk.kernel.runtime.decisions.DefaultDecisionLog;
import souk.launcher.ConfigurationSeal;
import souk.launcher.LaunchFailure;

/** The kinds of state files, each opened by the platform's own code. */
final class CorruptKinds {
  private static final int ENTRIES = 40;

  private CorruptKinds() {}

  static List<Kind> all(Path folder) throws Exception {
    return List.of(
        new Segments(folder.resolve("log-original")),
        new Journals(folder.resolve("journal-original")),
        new Warehouses(folder.resolve("warehouse-original")),
        new Archives(folder.resolve("archive-original")),
        new Configurations());
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** A segment of the decision log. */
  private static final class Segments implements Kind {
    private final Path segment;
    private final List<String> written = new ArrayList<>();

    Segments(Path folder) throws IOException {
      DefaultDecisionLog log = DefaultDecisionLog.openIn(folder);
      for (int i = 0; i < ENTRIES; i++) {
        Decision decision =
            Decision.builder(log.newId(), "plan", Instant.EPOCH.plusSeconds(i))
                .body("{\"number\":" + i + "}")
                .build();
        log.appendDurable(decision);
        written.add(text(decision));
      }
      log.close();
      try (Stream<Path> files = Files.list(folder)) {
        segment =
            files
                .filter(f -> f.getFileName().toString().matches("decisions-.*\\.log"))
                .findFirst()
                .orElseThrow();
      }
    }

    private static String text(Decision decision) {
      return decision.id() + " " + decision.at() + " " + decision.bodyJson();
    }

    @Override
    public String name() {
      return "segments";
    }

    @Override
    public int share() {
      return 35;
    }

    @Override
    public byte[] whole() throws IOException {
      return Files.readAllBytes(segment);
    }

    @Override
    public Fate open(Path folder, byte[] damaged) throws IOException {
      Files.write(folder.resolve(segment.getFileName()), damaged);
      DefaultDecisionLog log = DefaultDecisionLog.openIn(folder);
      List<Decision> read = log.latest("plan", ENTRIES * 2);
      log.close();
      List<String> texts = new ArrayList<>(read.stream().map(Segments::text).toList());
      java.util.Collections.reverse(texts);
      boolean prefix =
          texts.size() <= written.size() && texts.equals(written.subList(0, texts.size()));
      if (!prefix) {
        return Fate.WRONG;
      }
      return texts.size() == written.size() ? Fate.HARMLESS : Fate.REFUSED;
    }
  }

  /** The journal with its documents. */
  private static final class Journals implements Kind {
    private final Path file;
    private final List<Document> written;

    Journals(Path folder) {
      SqliteJournal journal = SqliteJournal.openIn(folder);
      JournalDocuments documents = new JournalDocuments(journal);
      Random random = new Random(3);
      for (int i = 0; i < ENTRIES; i++) {
        byte[] noise = new byte[200 + random.nextInt(2_000)];
        random.nextBytes(noise);
        String body = "{\"noise\":\"" + HexFormat.of().formatHex(noise) + "\"}";
        documents.put(new Documents.Put("plan", "P-" + i % 15, -1, body));
      }
      written = all(documents);
      journal.close();
      file = folder.resolve("journal/journal.sqlite");
    }

    private static List<Document> all(JournalDocuments documents) {
      List<Document> all = new ArrayList<>(documents.list("plan", 1_000));
      for (int i = 0; i < 15; i++) {
        all.addAll(documents.history("plan", "P-" + i));
      }
      return all;
    }

    @Override
    public String name() {
      return "journals";
    }

    @Override
    public int share() {
      return 15;
    }

    @Override
    public byte[] whole() throws IOException {
      return Files.readAllBytes(file);
    }

    @Override
    public Fate open(Path folder, byte[] damaged) throws IOException {
      Path place = Files.createDirectories(folder.resolve("journal"));
      Files.write(place.resolve("journal.sqlite"), damaged);
      SqliteJournal journal = null;
      try {
        journal = SqliteJournal.openIn(folder);
        return all(new JournalDocuments(journal)).equals(written) ? Fate.HARMLESS : Fate.WRONG;
      } catch (StoreException refused) {
        return Fate.REFUSED;
      } finally {
        if (journal != null) {
          journal.close();
        }
      }
    }
  }

  /** The warehouse. */
  private static final class Warehouses implements Kind {
    private static final String SUM =
        "SELECT count(*) || ' ' || coalesce(sum(hash(number, text)), 0) FROM drill";
    private final Path file;
    private final String written;

    Warehouses(Path folder) {
      DuckDbWarehouse warehouse = DuckDbWarehouse.openIn(folder);
      warehouse.write(
          connection -> {
            try (var statement = connection.createStatement()) {
              return statement.execute(
                  "CREATE TABLE drill AS SELECT i AS number, 'row ' || i AS text FROM"
                      + " range(20000) r(i)");
            }
          });
      written = sum(warehouse);
      warehouse.close();
      file = folder.resolve("warehouse/warehouse.duckdb");
    }

    private static String sum(DuckDbWarehouse warehouse) {
      return warehouse.read(
          connection -> {
            try (var statement = connection.createStatement();
                var rows = statement.executeQuery(SUM)) {
              rows.next();
              return rows.getString(1);
            }
          });
    }

    @Override
    public String name() {
      return "warehouses";
    }

    @Override
    public int share() {
      return 2;
    }

    @Override
    public byte[] whole() throws IOException {
      return Files.readAllBytes(file);
    }

    @Override
    public Fate open(Path folder, byte[] damaged) throws IOException {
      Path place = Files.createDirectories(folder.resolve("warehouse"));
      Files.write(place.resolve("warehouse.duckdb"), damaged);
      DuckDbWarehouse warehouse = null;
      try {
        warehouse = DuckDbWarehouse.openIn(folder);
        return sum(warehouse).equals(written) ? Fate.HARMLESS : Fate.WRONG;
      } catch (StoreException refused) {
        return Fate.REFUSED;
      } finally {
        if (warehouse != null) {
          warehouse.close();
        }
      }
    }
  }

  /** A backup, read by the restore verb itself. */
  private static final class Archives implements Kind {
    private final byte[] whole;
    private final Map<String, byte[]> written;
    private final PrintStream errors = System.err;

    Archives(Path folder) throws Exception {
      Files.createDirectories(folder);
      byte[] noise = new byte[30_000];
      new Random(4).nextBytes(noise);
      written = new TreeMap<>();
      written.put("data/journal/journal.sqlite", noise);
      written.put("data/config/a.config", "x=\"1\"\n".getBytes(StandardCharsets.UTF_8));
      StringBuilder files = new StringBuilder();
      for (Map.Entry<String, byte[]> one : written.entrySet()) {
        files
            .append(files.isEmpty() ? "" : ",")
            .append(
                "{\"path\":\"%s\",\"bytes\":%d,\"sha256\":\"%s\"}"
                    .formatted(one.getKey(), one.getValue().length, sha256(one.getValue())));
      }
      byte[] manifest =
          ("{\"format\":\"souk-backup\",\"formatVersion\":1,\"files\":[" + files + "]}")
              .getBytes(StandardCharsets.UTF_8);
      Map<String, byte[]> entries = new TreeMap<>(written);
      entries.put("manifest.json", manifest);
      entries.put("manifest.json.sha256", sha256(manifest).getBytes(StandardCharsets.US_ASCII));
      Path file = folder.resolve("whole.zip");
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
          zip.putNextEntry(new ZipEntry(entry.getKey()));
          zip.write(entry.getValue());
          zip.closeEntry();
        }
      }
      whole = Files.readAllBytes(file);
    }

    private static String sha256(byte[] bytes) throws Exception {
      return HexFormat.of()
          .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Override
    public String name() {
      return "archives";
    }

    @Override
    public int share() {
      return 28;
    }

    @Override
    public byte[] whole() {
      System.setErr(new PrintStream(java.io.OutputStream.nullOutputStream()));
      return whole;
    }

    @Override
    public Fate open(Path folder, byte[] damaged) throws IOException {
      Path file = Files.write(folder.resolve("backup.zip"), damaged);
      StringWriter said = new StringWriter();
      CommandLine line = Souk.commandLine();
      line.setErr(new PrintWriter(said));
      int code = line.execute("restore", "--check", file.toString());
      if (code == 2) {
        return said.toString().contains("Nothing was restored") ? Fate.REFUSED : Fate.CRASHED;
      }
      return code == 0 && same(file) ? Fate.HARMLESS : code == 0 ? Fate.WRONG : Fate.CRASHED;
    }

    private boolean same(Path file) throws IOException {
      try (ZipFile zip = new ZipFile(file.toFile())) {
        for (Map.Entry<String, byte[]> one : written.entrySet()) {
          byte[] read = zip.getInputStream(zip.getEntry(one.getKey())).readAllBytes();
          if (!java.util.Arrays.equals(read, one.getValue())) {
            return false;
          }
        }
        return true;
      }
    }

    @Override
    public void close() {
      System.setErr(errors);
    }
  }

  /** A kept configuration between a clean stop and the next start. */
  private static final class Configurations implements Kind {
    private static final byte[] WHOLE =
        (":org.apache.felix.configadmin.revision:=L\"2\"\nprimary.Forecaster=\"theta@1.0.0\"\n"
                + "service.bundleLocation=\"?\"\nservice.pid=\"souk.kernel.router\"\n")
            .getBytes(StandardCharsets.UTF_8);

    @Override
    public String name() {
      return "configurations";
    }

    @Override
    public int share() {
      return 20;
    }

    @Override
    public byte[] whole() {
      return WHOLE;
    }

    @Override
    public Fate open(Path folder, byte[] damaged) throws IOException {
      Path file = Files.createDirectories(folder.resolve("config")).resolve("router.config");
      Files.write(file, WHOLE);
      ConfigurationSeal seal = new ConfigurationSeal(folder);
      seal.close();
      Files.write(file, damaged);
      try {
        seal.check();
        return java.util.Arrays.equals(damaged, WHOLE) ? Fate.HARMLESS : Fate.WRONG;
      } catch (LaunchFailure refused) {
        return Fate.REFUSED;
      } catch (UncheckedIOException e) {
        return Fate.CRASHED;
      }
    }
  }
}
