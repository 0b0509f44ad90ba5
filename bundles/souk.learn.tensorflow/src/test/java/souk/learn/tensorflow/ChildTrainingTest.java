package souk.learn.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.Event;
import souk.learn.api.CurvePoint;
import souk.learn.api.LearnedModel;
import souk.learn.api.SequenceAnswer;
import souk.learn.api.SequenceTable;
import souk.learn.api.SequenceTask;
import souk.learn.api.SequenceTask.Goal;
import souk.learn.api.SequenceTask.Network;
import souk.learn.api.Sequences;
import souk.learn.api.TrainingWatch;

/** What becomes of a training that does not end well, and of its curve. */
class ChildTrainingTest {
  private static final int KILLED_AFTER = 3;

  @TempDir private Path folder;

  private static SequenceTable table() {
    float[][][] figures = new float[200][4][1];
    double[] target = new double[200];
    for (int r = 0; r < 200; r++) {
      figures[r][3][0] = r % 7 - 3;
      target[r] = r % 7;
    }
    return SequenceTable.of(Sequences.ofFigures(figures, 1), target);
  }

  private static SequenceTask endless() {
    return SequenceTask.builder(Goal.REAL, Network.LSTM, 1).option("epochs", 100_000).build();
  }

  private static void engine() {
    assumeTrue(Here.missing().isEmpty(), Here.missing());
  }

  @Tag("slow")
  @Test
  void aKilledTrainingLeavesItsCurveAndThePlatform() throws IOException {
    engine();
    SequenceTable rows = table();
    try (SequenceWork work = Here.work(Here.natives(), folder, 60)) {
      List<CurvePoint> seen = new ArrayList<>();
      String told =
          assertThrows(
                  IllegalStateException.class,
                  () ->
                      work.learn(
                          rows,
                          rows.rows(),
                          endless(),
                          (point, most) -> {
                            seen.add(point);
                            if (seen.size() == KILLED_AFTER) {
                              ProcessHandle.current()
                                  .children()
                                  .forEach(ProcessHandle::destroyForcibly);
                            }
                          }))
              .getMessage();
      assertTrue(told.contains("ended with 137") && told.contains(seen.size() + " epochs"), told);
      List<Event> events = events();
      assertEquals(seen.size() + 1, events.size());
      assertEquals("brain.Event:2", events.get(0).getFileVersion());
      for (int e = 0; e < seen.size(); e++) {
        Event event = events.get(e + 1);
        assertEquals(e + 1, event.getStep());
        assertEquals("loss", event.getSummary().getValue(0).getTag());
        assertEquals((float) seen.get(e).loss(), event.getSummary().getValue(0).getSimpleValue());
      }
      SequenceTask short1 =
          SequenceTask.builder(Goal.REAL, Network.MLP, 1).option("epochs", 2).build();
      LearnedModel model = work.learn(rows, rows.rows(), short1, TrainingWatch.none());
      assertEquals(200, work.predict(model, rows.sequences(), SequenceAnswer.SCORE).length);
      try (Stream<Path> left = Files.list(folder.resolve("scratch"))) {
        assertTrue(left.noneMatch(path -> path.getFileName().toString().startsWith("training")));
      }
    }
  }

  /** Reads the newest event file as TensorBoard does, checking each sum. */
  private List<Event> events() throws IOException {
    Path file;
    try (Stream<Path> all = Files.walk(folder.resolve("curves"))) {
      file = all.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
    assertTrue(file.getFileName().toString().startsWith("events.out.tfevents."), file.toString());
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    List<Event> events = new ArrayList<>();
    while (in.hasRemaining()) {
      int start = in.position();
      byte[] data = new byte[Math.toIntExact(in.getLong())];
      assertEquals(masked(in.array(), start, Long.BYTES), in.getInt());
      in.get(data);
      assertEquals(masked(data, 0, data.length), in.getInt());
      events.add(Event.parseFrom(data));
    }
    return events;
  }

  /** The mask that the format of records lays over a CRC-32C. */
  private static int masked(byte[] bytes, int from, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, from, length);
    long crc = sum.getValue();
    return (int) (((crc >>> 15) | (crc << 17)) + 0xa282ead8L);
  }

  @Tag("slow")
  @Test
  void whatLastsTooLongIsEndedAndWhatIsCancelledStops() {
    engine();
    SequenceTable rows = table();
    try (SequenceWork work = Here.work(Here.natives(), folder.resolve("short"), 3)) {
      String told =
          assertThrows(
                  IllegalStateException.class,
                  () -> work.learn(rows, rows.rows(), endless(), TrainingWatch.none()))
              .getMessage();
      assertTrue(told.contains("within 3 s"), told);
    }
    try (SequenceWork work = Here.work(Here.natives(), folder.resolve("long"), 60)) {
      boolean[] stop = new boolean[1];
      TrainingWatch watch =
          new TrainingWatch() {
            @Override
            public void point(CurvePoint point, int mostEpochs) {
              stop[0] = true;
            }

            @Override
            public boolean cancelled() {
              return stop[0];
            }
          };
      assertThrows(
          CancellationException.class, () -> work.learn(rows, rows.rows(), endless(), watch));
      assertFalse(ProcessHandle.current().children().anyMatch(ProcessHandle::isAlive));
    }
  }

  @Test
  void withoutTheNativeLibraryTheReasonSaysWhereItIsLookedFor() {
    Natives nowhere = new Natives(folder.resolve("nowhere"));
    try (SequenceWork work = Here.work(nowhere, folder, 60)) {
      String why = work.refuses(table(), endless()).orElseThrow().toString();
      assertTrue(
          why.contains(folder.resolve("nowhere").toString())
              && why.contains("jnitensorflow")
              && why.contains("Maybe")
              && why.contains("souk.tensorflow.natives"),
          why);
      String told =
          assertThrows(
                  IllegalArgumentException.class,
                  () -> work.learn(table(), table(), endless(), TrainingWatch.none()))
              .getMessage();
      assertTrue(told.contains(why), told);
      assertFalse(Files.exists(folder.resolve("curves")));
    }
  }
}
