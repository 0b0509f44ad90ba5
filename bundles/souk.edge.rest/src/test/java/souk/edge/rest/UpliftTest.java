package souk.edge.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.customer.api.Uplift;
import souk.kernel.api.Jobs;

/** Trials that are no trials are refused before any work begins. */
class UpliftTest {
  private static final String PATH = "/uplift/estimates";
  private static final String BODY =
      "{\"columns\":[\"age\"],\"rows\":[[1],[null]],\"treated\":[true,false],"
          + "\"outcome\":[1,0],\"ask\":[[3]]}";

  private Edge edge;

  @BeforeEach
  void rooms(@TempDir Path folder) {
    Uplift uplift =
        (trial, ask, strategy, seed, progress) -> {
          throw new IllegalArgumentException(trial.rows().length + " rows are too few.");
        };
    edge = new Edge(folder).with(Jobs.class, new InstantJobs()).with(Uplift.class, uplift);
  }

  @Test
  void whatIsMissingOrNullIsRefusedAtOnce() {
    for (String wrong :
        List.of(
            BODY.replace("[[1],[null]]", "null"),
            BODY.replace("[[1],[null]]", "[[1],null]"),
            BODY.replace("[[1],[null]]", "[[1]]"),
            BODY.replace("[\"age\"]", "null"),
            BODY.replace("[\"age\"]", "[null]"),
            BODY.replace("[true,false]", "null"),
            BODY.replace("[true,false]", "[true,null]"),
            BODY.replace("[1,0]", "null"),
            BODY.replace("[1,0]", "[1,null]"),
            BODY.replace("[[3]]", "[null]"),
            BODY.replace("\"ask\"", "\"asks\""),
            "{}")) {
      JsonNode refused = edge.ask(400, "merchandiser", Call.post(PATH, wrong));
      assertEquals(400, refused.path("status").asInt(), wrong);
    }
  }

  @Test
  void aTrialIsHandedOn() {
    edge.ask(403, "reader", Call.post(PATH, BODY));
    JsonNode accepted = edge.ask(202, "merchandiser", Call.post(PATH, BODY));
    JsonNode job = edge.ask(200, "reader", Call.get("/jobs/" + accepted.path("jobId").asText()));
    assertEquals("FAILED", job.path("state").asText(), job::toString);
    assertTrue(job.toString().contains("2 rows are too few."), job::toString);
  }
}
