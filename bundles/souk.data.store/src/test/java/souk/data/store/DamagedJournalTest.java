package souk.data.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import souk.data.api.Document;
import souk.data.api.Documents.Put;
import souk.data.api.StoreException;

/** A journal gives back exactly what was written, or says that it cannot. */
class DamagedJournalTest {
  private static final int DAMAGED = Integer.getInteger("souk.corrupt.journals", 60);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE document SET body = replace(body, '100', '900') WHERE revision = 2",
        "UPDATE document SET changed_at = '2001-01-01T00:00:00Z' WHERE revision = 1",
        "UPDATE document SET crc = NULL WHERE revision = 1",
        "UPDATE document_head SET revision = 1",
        "UPDATE document_head SET change_number = change_number + 1",
        "DELETE FROM document WHERE revision = 2",
        "DELETE FROM document_head"
      })
  void whatChangedBehindItsBackStopsTheNextStart(String change) {
    SqliteJournal journal = new SqliteJournal(folder);
    JournalDocuments documents = new JournalDocuments(journal, TestStore.CLOCK);
    documents.put(new Put("plan", "p1", 0, "{\"price\":99}"));
    documents.put(new Put("plan", "p1", 1, "{\"price\":100}"));
    journal.write(connection -> Sql.update(connection, change));
    journal.close();
    StoreException refused = assertThrows(StoreException.class, () -> new SqliteJournal(folder));
    assertTrue(refused.getMessage().contains("plan p1"), refused.getMessage());
    assertTrue(refused.getMessage().contains("journal.sqlite"), refused.getMessage());
    assertTrue(refused.getMessage().contains("backup"), refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, 15, 100, 511})
  void aJournalCutToNothingIsNotTakenForANewOne(int bytes) throws Exception {
    SqliteJournal journal = new SqliteJournal(folder);
    JournalDocuments documents = new JournalDocuments(journal, TestStore.CLOCK);
    documents.put(new Put("plan", "p1", 0, "{\"price\":99}"));
    journal.close();
    Path file = folder.resolve("journal/journal.sqlite");
    byte[] whole = Files.readAllBytes(file);
    Files.delete(file);
    if (bytes >= 0) {
      Files.write(file, Arrays.copyOf(whole, bytes));
    }
    StoreException refused = assertThrows(StoreException.class, () -> new SqliteJournal(folder));
    assertTrue(refused.getMessage().contains("journal.sqlite"), refused.getMessage());
    assertTrue(refused.getMessage().contains("backup"), refused.getMessage());
    assertEquals(bytes >= 0, Files.exists(file), "nothing is changed");
    Files.write(file, whole);
    SqliteJournal again = new SqliteJournal(folder);
    assertTrue(new JournalDocuments(again, TestStore.CLOCK).find("plan", "p1").isPresent());
    again.close();
  }

  @Test
  void aFirstStartThatDiedBeforeAnythingWasWrittenIsRepeated() throws Exception {
    Path place = Files.createDirectories(folder.resolve("journal"));
    Files.write(place.resolve("journal.sqlite"), new byte[0]);
    SqliteJournal journal = new SqliteJournal(folder);
    journal.close();
  }

  @Test
  void whatChangesWhileItRunsIsSeenWhenItIsRead() {
    SqliteJournal journal = new SqliteJournal(folder);
    JournalDocuments documents = new JournalDocuments(journal, TestStore.CLOCK);
    documents.put(new Put("plan", "p1", 0, "{\"price\":100}"));
    journal.write(c -> Sql.update(c, "UPDATE document SET body = '{\"price\":900}'"));
    assertThrows(StoreException.class, () -> documents.find("plan", "p1"));
    journal.close();
  }

  @Test
  void flippedBitsAreRefusedOrHarmless() throws Exception {
    Path original = folder.resolve("original");
    SqliteJournal journal = new SqliteJournal(original);
    JournalDocuments documents = new JournalDocuments(journal, TestStore.CLOCK);
    for (int i = 0; i < 30; i++) {
      documents.put(new Put("plan", "p" + i % 10, -1, "{\"text\":\"" + "x".repeat(i * 50) + "\"}"));
    }
    final List<Document> written = all(documents);
    journal.close();
    byte[] whole = Files.readAllBytes(original.resolve("journal/journal.sqlite"));
    Random random = new Random(17);
    int refused = 0;
    for (int i = 0; i < DAMAGED; i++) {
      byte[] damaged = whole.clone();
      for (int flips = 0; flips < 4; flips++) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Path state = folder.resolve("damaged-" + i);
      Files.write(
          Files.createDirectories(state.resolve("journal")).resolve("journal.sqlite"), damaged);
      try {
        SqliteJournal opened = new SqliteJournal(state);
        assertEquals(written, all(new JournalDocuments(opened, TestStore.CLOCK)));
        opened.close();
      } catch (StoreException expected) {
        refused++;
      }
    }
    assertTrue(refused > DAMAGED / 2, refused + " of " + DAMAGED);
  }

  private static List<Document> all(JournalDocuments documents) {
    List<Document> all = new ArrayList<>(documents.list("plan", 100));
    for (int i = 0; i < 10; i++) {
      all.addAll(documents.history("plan", "p" + i));
    }
    return all;
  }
}
