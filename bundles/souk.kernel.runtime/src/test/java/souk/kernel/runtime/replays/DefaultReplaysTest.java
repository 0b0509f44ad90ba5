package souk.kernel.runtime.replays;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import souk.kernel.api.Decision;
import souk.kernel.api.DecisionLog;
import souk.kernel.api.Replay;
import souk.kernel.spi.DecisionReplayer;
import souk.model.DecisionId;

class DefaultReplaysTest {
  private static final Decision QUOTE =
      Decision.builder(new DecisionId("D-1"), "quote", Instant.EPOCH).build();

  private final DecisionReplayer quotes =
      new DecisionReplayer() {
        @Override
        public String kind() {
          return "quote";
        }

        @Override
        public Replay replay(Decision decision) {
          return Replay.compared(decision, List.of());
        }
      };

  @Test
  void theRoomThatLogsAKindReplaysIt() {
    DefaultReplays replays = new DefaultReplays(new OneEntry(QUOTE), List.of(quotes));
    assertEquals(Replay.Outcome.SAME, replays.replay(QUOTE.id()).orElseThrow().outcome());
  }

  @Test
  void aKindThatNobodyReplaysIsNamed() {
    DefaultReplays replays = new DefaultReplays(new OneEntry(QUOTE), List.of());
    Replay replay = replays.replay(QUOTE.id()).orElseThrow();
    assertEquals(Replay.Outcome.IMPOSSIBLE, replay.outcome());
    assertTrue(replay.missing().get(0).contains("kind quote"), replay.toString());
  }

  @Test
  void whatWasNotLoggedIsNotReplayed() {
    DefaultReplays replays = new DefaultReplays(new OneEntry(QUOTE), List.of(quotes));
    assertEquals(Optional.empty(), replays.replay(new DecisionId("D-2")));
  }

  /** A log with one entry. */
  private record OneEntry(Decision entry) implements DecisionLog {
    @Override
    public DecisionId newId() {
      return entry.id();
    }

    @Override
    public void append(Decision decision) {
      throw new AssertionError("A replay is not logged.");
    }

    @Override
    public void appendDurable(Decision decision) {
      throw new AssertionError("A replay is not logged.");
    }

    @Override
    public Optional<Decision> find(DecisionId id) {
      return Optional.of(entry).filter(e -> e.id().equals(id));
    }

    @Override
    public List<Decision> latest(String kind, int limit) {
      return List.of(entry);
    }

    @Override
    public Optional<String> trouble() {
      return Optional.empty();
    }
  }
}
