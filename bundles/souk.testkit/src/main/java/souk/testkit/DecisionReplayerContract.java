package souk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import souk.kernel.api.Decision;
import souk.kernel.api.Replay;
import souk.kernel.spi.DecisionReplayer;
import souk.model.SnapshotId;

/**
 * What every {@link DecisionReplayer} must keep. Extend it; give the replayer and a decision that
 * it can compute once more.
 */
public abstract class DecisionReplayerContract {
  /** The replayer under test; may be the same one each time. */
  protected abstract DecisionReplayer subject();

  /** A decision of its kind whose snapshot and strategies are here and unchanged. */
  protected abstract Decision decision();

  @Test
  protected void computesTheSameOnceMore() {
    Replay replay = subject().replay(decision());
    assertEquals(Replay.Outcome.SAME, replay.outcome(), replay.toString());
    assertEquals(subject().kind(), replay.kind());
    assertEquals(decision().id(), replay.decision());
  }

  @Test
  protected void whatIsMissingIsToldAndNotThrown() {
    Decision known = decision();
    Decision lost =
        Decision.builder(known.id(), known.kind(), known.at())
            .snapshot(new SnapshotId("S-never-kept"))
            .body(known.bodyJson())
            .build();
    Replay replay = subject().replay(lost);
    assertEquals(Replay.Outcome.IMPOSSIBLE, replay.outcome(), replay.toString());
    assertFalse(replay.missing().isEmpty(), "what is missing is named");
  }

  @Test
  protected void sameDecisionSameReplayFromEightThreads() {
    DecisionReplayer shared = subject();
    Decision decision = decision();
    Replay expected = shared.replay(decision);
    IntStream.range(0, 8)
        .parallel()
        .mapToObj(i -> shared.replay(decision))
        .toList()
        .forEach(answer -> assertEquals(expected, answer));
  }
}
