package souk.plan.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import souk.kernel.api.Decision;
import souk.kernel.api.Replay;
import souk.model.DecisionId;

class PlanReplayerTest {
  @Test
  void whatIsNotKeptIsNamed() {
    Decision decision =
        Decision.builder(new DecisionId("D-1"), "plan", Instant.parse("2026-03-01T12:00:00Z"))
            .body("{\"planId\":\"P-1\",\"fingerprint\":\"f00\"}")
            .build();
    Replay replay = new PlanReplayer().replay(decision);
    assertEquals(Replay.Outcome.IMPOSSIBLE, replay.outcome());
    assertTrue(replay.missing().get(0).contains("2026-03-01T12:00:00Z"), replay.toString());
    assertTrue(replay.missing().get(0).contains("f00"), replay.toString());
  }
}
