package souk.edge.rest.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private final AtomicLong millis = new AtomicLong();
  private final AtomicLong asked = new AtomicLong();
  private final Patience patience = new Patience(() -> millis.get() * 1_000_000, millis::addAndGet);

  /** Asks somebody who answers with these statuses, the last one again and again. */
  private int ask(Integer... statuses) {
    Queue<Integer> left = new ArrayDeque<>(List.of(statuses));
    asked.set(0);
    return patience
        .ask(
            () -> {
              asked.incrementAndGet();
              int status = left.size() > 1 ? left.remove() : left.element();
              return Answer.json(status, new byte[0], Map.of());
            })
        .status();
  }

  @Test
  void aFailureStaysAFailureWhereNobodyLeft() {
    assertEquals(503, ask(503, 200));
    assertEquals(0, millis.get());
  }

  @Test
  void whatFailsWhileARoomIsReplacedIsAskedAgain() {
    patience.left();
    assertEquals(200, ask(503, 500, 503, 200));
    assertEquals(4, asked.get());
    assertTrue(millis.get() < 200, "waited " + millis);
  }

  @Test
  void aRefusalIsAnAnswer() {
    patience.left();
    assertEquals(409, ask(409, 200));
    assertEquals(422, ask(422, 200));
    assertEquals(504, ask(504, 200));
  }

  @Test
  void nobodyWaitsLongForARoomThatDoesNotComeBack() {
    patience.left();
    assertEquals(503, ask(503));
    assertTrue(millis.get() >= 3_000 && millis.get() < 3_200, "waited " + millis);
    assertEquals(503, ask(503));
    assertEquals(1, asked.get());
  }
}
