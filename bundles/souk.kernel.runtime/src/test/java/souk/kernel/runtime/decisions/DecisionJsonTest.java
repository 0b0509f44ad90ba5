package souk.kernel.runtime.decisions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import souk.kernel.api.Actor;
import souk.kernel.api.Decision;
import souk.kernel.api.StrategyRef;
import souk.model.DecisionId;
import souk.model.SnapshotId;

class DecisionJsonTest {
  private final DecisionJson json = new DecisionJson();

  /** Whatever the body is, and whatever the other fields hold, it comes back as it was. */
  @Test
  void aBodyComesBackAsItWas() throws IOException {
    for (String body :
        List.of(
            "{}",
            "",
            "{\"a\":[1,2.50,\"x\\\"y\"],\"json\":{\"json\":\"价格 ×\"}}",
            "no JSON at all \" } ,\"json\":",
            "{\n}")) {
      for (String name : List.of("till", "Zoë ,\"json\":{\"x\":1}", "\\\",\"json\":")) {
        Decision decision =
            Decision.builder(new DecisionId("D1"), "quote", Instant.parse("2026-03-01T00:00:00Z"))
                .actor(new Actor(name, "http"))
                .snapshot(new SnapshotId("S1"))
                .strategies(List.of(new StrategyRef("A", "b", "1.0.0")))
                .body(body)
                .build();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        json.write(decision, bytes);
        Decision back = json.read(bytes.toByteArray());
        assertEquals(body, back.bodyJson());
        assertEquals(name, back.actor().name());
        assertEquals(decision.strategies(), back.strategies());
        assertEquals(decision.snapshot(), back.snapshot());
        assertEquals(decision.at(), back.at());
        assertEquals("quote", json.head(bytes.toByteArray()).kind());
      }
    }
  }

  /** What version 0.1.0 wrote is read. */
  @Test
  void anOlderRecordIsRead() throws IOException {
    String old =
        "{\"id\":\"D1\",\"kind\":\"audit\",\"at\":\"2026-03-01T00:00:00Z\",\"actor\":\"a\","
            + "\"channel\":\"http\",\"strategies\":[],\"body\":\"{\\\"n\\\":1,\\\"json\\\":2}\"}";
    Decision back = json.read(old.getBytes(StandardCharsets.UTF_8));
    assertEquals("{\"n\":1,\"json\":2}", back.bodyJson());
    assertEquals("audit", back.kind());
  }
}
