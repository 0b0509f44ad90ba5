package souk.data.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.data.api.Document;
import souk.data.api.Documents.ConflictException;
import souk.data.api.Documents.Put;
import souk.data.api.StoreException;

/** Documents in a real journal file. */
class SqliteJournalTest {
  @TempDir Path folder;

  @Test
  void documentsAndTheirHistorySurviveClosing() {
    SqliteJournal journal = new SqliteJournal(folder);
    JournalDocuments documents = new JournalDocuments(journal, TestStore.CLOCK);
    documents.put(new Put("plan", "p1", 0, "{\"a\":1}"));
    documents.put(new Put("plan", "p2", 0, "{\"名\":\"计划\"}"));
    Document second = documents.put(new Put("plan", "p1", 1, "{\"a\":2}"));
    assertEquals(2, second.revision());
    journal.close();

    SqliteJournal reopened = new SqliteJournal(folder);
    JournalDocuments later = new JournalDocuments(reopened, TestStore.CLOCK);
    assertEquals("{\"a\":2}", later.find("plan", "p1").orElseThrow().bodyJson());
    assertEquals(List.of("p1", "p2"), later.list("plan", 9).stream().map(Document::id).toList());
    assertEquals(List.of("p1"), later.list("plan", 1).stream().map(Document::id).toList());
    assertEquals(
        List.of("{\"a\":2}", "{\"a\":1}"),
        later.history("plan", "p1").stream().map(Document::bodyJson).toList());
    assertEquals("{\"名\":\"计划\"}", later.find("plan", "p2").orElseThrow().bodyJson());
    assertTrue(later.find("plan", "p3").isEmpty());
    reopened.close();
  }

  @Test
  void conflictInOneOfManyWritesNothing() {
    SqliteJournal journal = new SqliteJournal(folder);
    JournalDocuments documents = new JournalDocuments(journal, TestStore.CLOCK);
    documents.put(new Put("plan", "p1", 0, "{}"));
    List<Put> puts = List.of(new Put("offer", "o1", 0, "{}"), new Put("plan", "p1", 0, "{}"));
    ConflictException conflict =
        assertThrows(ConflictException.class, () -> documents.putAll(puts));
    assertTrue(conflict.getMessage().contains("plan p1 is at revision 1"), conflict.getMessage());
    assertTrue(documents.find("offer", "o1").isEmpty());
    documents.put(new Put("plan", "p1", -1, "{\"any\":true}"));
    assertEquals(2, documents.find("plan", "p1").orElseThrow().revision());
    journal.close();
  }

  @Test
  void bodiesThatAreNoJsonObjectAreRefused() {
    SqliteJournal journal = new SqliteJournal(folder);
    JournalDocuments documents = new JournalDocuments(journal, TestStore.CLOCK);
    for (String body : List.of("[1]", "{", "", "{} {}", "{\"a\":1,\"a\":2}")) {
      assertThrows(
          IllegalArgumentException.class, () -> documents.put(new Put("plan", "p", 0, body)), body);
    }
    journal.close();
  }

  @Test
  void waitingWritersShareACommitAndOneFailureHurtsNobodyElse() throws Exception {
    SqliteJournal journal = new SqliteJournal(folder);
    JournalDocuments documents = new JournalDocuments(journal, TestStore.CLOCK);
    long before = journal.commits();
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    ExecutorService pool = Executors.newFixedThreadPool(17);
    try {
      Future<Integer> slow =
          pool.submit(
              () ->
                  journal.write(
                      c -> {
                        started.countDown();
                        awaitQuietly(release);
                        return 1;
                      }));
      started.await();
      List<Callable<Long>> writers = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        String body = i == 7 ? "broken" : "{}";
        String id = "d" + i;
        writers.add(
            () ->
                body.equals("{}")
                    ? documents.put(new Put("t", id, 0, body)).revision()
                    : journal.write(c -> Sql.update(c, "INSERT INTO nowhere VALUES (1)")));
      }
      List<Future<Long>> futures = new ArrayList<>();
      for (Callable<Long> writer : writers) {
        futures.add(pool.submit(writer));
      }
      Thread.sleep(200);
      release.countDown();
      slow.get();
      int failed = 0;
      for (Future<Long> future : futures) {
        try {
          assertEquals(1L, future.get());
        } catch (java.util.concurrent.ExecutionException e) {
          assertTrue(e.getCause() instanceof StoreException, String.valueOf(e.getCause()));
          failed++;
        }
      }
      assertEquals(1, failed);
      assertEquals(15, documents.list("t", 100).size());
      assertTrue(journal.commits() - before <= 4, "commits " + (journal.commits() - before));
    } finally {
      pool.shutdownNow();
      journal.close();
    }
  }

  @Test
  void aWriteWithinAWriteIsRefusedInsteadOfDeadlocking() {
    SqliteJournal journal = new SqliteJournal(folder);
    assertThrows(IllegalStateException.class, () -> journal.write(c -> journal.write(d -> 1)));
    assertEquals(1, journal.<Integer>write(c -> 1));
    journal.close();
  }

  @Test
  void readersCannotWrite() {
    SqliteJournal journal = new SqliteJournal(folder);
    assertThrows(
        StoreException.class, () -> journal.read(c -> Sql.update(c, "DELETE FROM document")));
    journal.close();
  }

  @Test
  void aDamagedFileIsNamedWithARemedyAndLeftAsItIs() throws Exception {
    Path file = Files.createDirectories(folder.resolve("journal")).resolve("journal.sqlite");
    byte[] rubbish =
        "this is no database, but long enough to be read as one ".repeat(90).getBytes();
    Files.write(file, rubbish);
    StoreException e = assertThrows(StoreException.class, () -> new SqliteJournal(folder));
    assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
    assertTrue(e.getMessage().contains("restore"), e.getMessage());
    assertEquals(rubbish.length, Files.size(file));
  }

  @Test
  void stateOfANewerVersionIsRefused() {
    SqliteJournal journal = new SqliteJournal(folder);
    journal.write(
        c -> Sql.update(c, "INSERT INTO schema_version VALUES (3, 'V003__future.sql', 'x')"));
    journal.close();
    StoreException e = assertThrows(StoreException.class, () -> new SqliteJournal(folder));
    assertTrue(e.getMessage().contains("V003__future.sql"), e.getMessage());
    assertTrue(e.getMessage().contains("newer"), e.getMessage());
  }

  @Test
  void afterClosingEveryCallSaysSo() {
    SqliteJournal journal = new SqliteJournal(folder);
    journal.close();
    assertThrows(StoreException.class, () -> journal.read(c -> 1));
    assertThrows(StoreException.class, () -> journal.write(c -> 1));
    assertFalse(Files.exists(folder.resolve("journal/journal.sqlite-wal")));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
