package souk.data.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.data.api.Documents;
import souk.data.api.ErasedPart;
import souk.data.api.ErasureReport;
import souk.data.api.SalesQuery;
import souk.data.api.StoreException;
import souk.data.spi.CustomerData;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.AuditQuery;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.Progress;
import souk.model.CustomerKey;

/** Erasure over real files: what is found by a raw scan before is not found afterwards. */
class ErasureTest {
  private static final CustomerKey ERASED = new CustomerKey("kunde-4711");
  private static final String STAYS = "kunde-47110";
  private static final String SALES =
      Samples.HEADER
          + "1,2024-01-02 10:00,A,apple,2,1.50,kunde-4711\n"
          + "1,2024-01-02 10:00,B,bread,1,3.00,kunde-4711\n"
          + "C2,2024-01-03 10:00,B,bread,-1,3.00,kunde-4711\n"
          + "3,2024-01-03 11:00,A,apple,5,1.50,kunde-47110\n"
          + "4,2024-01-04 12:00,A,apple,six,1.50,kunde-4711\n"
          + "5,2024-01-05 12:00,A,apple,six,1.50,kunde-47110\n";

  @TempDir Path folder;
  private TestStore store;
  private SqliteJournal journal;
  private JournalDocuments documents;
  private final List<AuditEntry> audited = new ArrayList<>();
  private boolean fails;

  @BeforeEach
  void open() {
    store = new TestStore(folder);
    journal = new SqliteJournal(folder);
    documents = new JournalDocuments(journal, TestStore.CLOCK);
  }

  @AfterEach
  void close() {
    store.close();
    journal.close();
  }

  @Test
  void noByteOfTheIdIsLeftAndTheBooksStay() throws Exception {
    fill();
    final long revenue = store.count("SELECT sum(amount_minor) FROM order_line");
    final long demand = store.count("SELECT sum(quantity) FROM demand_line");
    assertTrue(found() > 0, "the scan finds nothing, so it would prove nothing");

    ErasureReport report = erasures().erase(ERASED, Actor.system(), "asked", Progress.none());

    assertEquals(3, entries(report, "order_line"));
    assertEquals(1, entries(report, "quarantine"));
    assertEquals(2, entries(report, "note"));
    assertEquals(0, found());
    close();
    assertEquals(0, found());
    open();
    assertEquals(revenue, store.count("SELECT sum(amount_minor) FROM order_line"));
    assertEquals(demand, store.count("SELECT sum(quantity) FROM demand_line"));
    assertEquals(1, store.count("SELECT count(*) FROM customer"));
    assertEquals(
        2,
        store.count(
            "SELECT count(*) FROM quarantine WHERE raw LIKE '%kunde-47110%' OR raw LIKE '%erased%'"));
    assertEquals(
        List.of(new CustomerKey(STAYS)), store.history.purchases(SalesQuery.all()).customers());
    assertEquals(
        "{\"of\":[\"kunde-47110\"]}", documents.find("note", "n").orElseThrow().bodyJson());
    assertFalse(audited.get(0).toString().contains(ERASED.value()));
    assertEquals(report, erasures().list(10).get(0));
    assertFalse(erasures().pending());
  }

  @Test
  void whoWasErasedDoesNotComeBackWithALaterLoad() throws Exception {
    fill();
    erasures().erase(ERASED, Actor.system(), "asked", Progress.none());
    final long demand = store.count("SELECT sum(quantity) FROM demand_line");

    store.loadText(SALES.replace("six", "sixty"), Samples.LINES);
    store.loadText(
        Samples.HEADER
            + "9,2024-02-02 10:00,A,apple,1,1.50,kunde-4711\n"
            + "8,2024-02-02 10:00,A,apple,1,1.50,kunde-47110\n",
        Samples.LINES);
    assertEquals(demand + 2, store.count("SELECT sum(quantity) FROM demand_line"));
    assertEquals(
        0, store.count("SELECT count(*) FROM order_line WHERE customer_key = 'kunde-4711'"));
    assertEquals(
        2, store.count("SELECT count(*) FROM order_line WHERE customer_key = 'kunde-47110'"));
    removeSources();
    store.close();
    assertEquals(0, found());
    store = new TestStore(folder);
  }

  @Test
  void whatWasInterruptedIsTakenUp() throws Exception {
    fill();
    fails = true;
    StateErasures first = erasures();
    assertThrows(
        StoreException.class, () -> first.erase(ERASED, Actor.system(), "asked", Progress.none()));
    assertTrue(first.pending());
    close();
    Files.writeString(folder.resolve("warehouse/warehouse.duckdb.new"), "kunde-4711 half written");
    open();
    fails = false;
    StateErasures second = erasures();
    second.resume(Progress.none());
    assertFalse(second.pending());
    assertEquals(1, second.list(10).size());
    close();
    assertEquals(0, found());
    open();
  }

  private void fill() throws IOException {
    store.loadText(SALES, Samples.LINES);
    documents.put(new Documents.Put("note", "n", 0, "{\"of\":[\"kunde-4711\"]}"));
    documents.put(new Documents.Put("note", "n", 1, "{\"of\":[\"kunde-4711\",\"kunde-47110\"]}"));
    removeSources();
  }

  /** The files that were loaded are the shop's own. */
  private void removeSources() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
        Files.delete(file);
      }
    }
  }

  private StateErasures erasures() {
    CustomerData notes =
        new CustomerData() {
          @Override
          public String keeper() {
            return "notes";
          }

          @Override
          public List<ErasedPart> erase(CustomerKey customer) {
            if (fails) {
              throw new StoreException("The disk is full.");
            }
            long changed =
                documents.amend(
                    "note",
                    body ->
                        body.replace("\"" + customer.value() + "\",", "")
                            .replace("\"" + customer.value() + "\"", ""));
            return List.of(new ErasedPart(keeper(), "note", changed, ErasedPart.Treatment.DELETED));
          }
        };
    CustomerData tables =
        new WarehouseCustomers(store.warehouse, new ErasureKey(folder), TestStore.CLOCK);
    return new StateErasures(
        folder,
        store.warehouse,
        journal,
        documents,
        new Trail(),
        TestStore.CLOCK,
        () -> List.of(notes, tables));
  }

  private final class Trail implements AuditTrail {
    @Override
    public AuditEntry record(AuditEntry entry) {
      audited.add(entry);
      return entry;
    }

    @Override
    public List<AuditEntry> entries(AuditQuery query, int limit) {
      return audited;
    }
  }

  private static long entries(ErasureReport report, String place) {
    return report.parts().stream()
        .filter(part -> part.place().equals(place))
        .mapToLong(ErasedPart::entries)
        .sum();
  }

  /** Places where the id stands as such, not as the beginning of the other's, in all files. */
  private long found() throws IOException {
    long found = 0;
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        for (int at = bytes.indexOf(ERASED.value()); at >= 0; ) {
          int behind = at + ERASED.value().length();
          found += behind < bytes.length() && bytes.charAt(behind) == '0' ? 0 : 1;
          at = bytes.indexOf(ERASED.value(), behind);
        }
      }
    }
    return found;
  }
}
