package souk.edge.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.data.api.ErasedPart;
import souk.data.api.ErasureReport;
import souk.data.api.Erasures;
import souk.kernel.api.Actor;
import souk.kernel.api.Jobs;
import souk.kernel.api.Progress;
import souk.model.CustomerKey;

class ErasuresTest {
  private static final String PATH = "/customers/erasures";
  private static final String BODY = "{\"customer\":\"17850\",\"reason\":\"asked\"}";

  @TempDir Path folder;

  @Test
  void anErasureIsAJobOfTheAdministrator() {
    Edge edge =
        new Edge(folder).with(Jobs.class, new InstantJobs()).with(Erasures.class, new Erased());
    for (String role : List.of("reader", "till", "merchandiser")) {
      edge.ask(403, role, Call.post(PATH, BODY));
      edge.ask(403, role, Call.get(PATH));
    }
    for (String wrong :
        List.of(
            "{}",
            "{\"customer\":null,\"reason\":\"asked\"}",
            "{\"customer\":\"\",\"reason\":\"asked\"}",
            "{\"customer\":\"17850\"}",
            "{\"customer\":\"17850\",\"reason\":\" \"}")) {
      edge.ask(400, "admin", Call.post(PATH, wrong));
    }
    assertEquals(0, edge.ask(200, "admin", Call.get(PATH)).size());
    JsonNode accepted = edge.ask(202, "admin", Call.post(PATH, BODY));
    JsonNode job = edge.ask(200, "admin", Call.get("/jobs/" + accepted.path("jobId").asText()));
    assertEquals("DONE", job.path("state").asText(), job::toString);
    assertEquals("score", job.at("/result/parts/0/place").asText(), job::toString);
    assertFalse(job.toString().contains("17850"), job::toString);
    assertEquals(job.path("result"), edge.ask(200, "admin", Call.get(PATH + "?limit=1")).path(0));
  }

  private static final class Erased implements Erasures {
    private final List<ErasureReport> done = new ArrayList<>();

    @Override
    public ErasureReport erase(
        CustomerKey customer, Actor actor, String reason, Progress progress) {
      ErasureReport report =
          new ErasureReport(
              "erasure-1",
              "5f",
              Instant.EPOCH,
              List.of(new ErasedPart("warehouse", "score", 1, ErasedPart.Treatment.DELETED)),
              9,
              8,
              7,
              List.of("souk-1.zip"));
      done.add(report);
      return report;
    }

    @Override
    public List<ErasureReport> list(int limit) {
      return done;
    }

    @Override
    public boolean pending() {
      return false;
    }
  }
}
