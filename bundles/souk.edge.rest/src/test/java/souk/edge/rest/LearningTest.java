package souk.edge.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.kernel.api.Actor;
import souk.kernel.api.Jobs;
import souk.kernel.api.LearningDesk;
import souk.kernel.api.Progress;

class LearningTest {
  private Edge edge;
  private final List<Map<String, Object>> requests = new ArrayList<>();
  private final List<Integer> champions = new ArrayList<>(List.of(2));

  /** One model in two versions. */
  private final LearningDesk desk =
      new LearningDesk() {
        @Override
        public Map<String, Object> learn(Map<String, Object> request, Progress progress) {
          requests.add(request);
          return Map.of("rows", 3, "scores", new double[] {0.25}, "at", Instant.EPOCH);
        }

        @Override
        public Map<String, Object> learnSequences(Map<String, Object> request, Progress progress) {
          requests.add(request);
          Map<String, Object> answer = new LinkedHashMap<>();
          answer.put("rows", 4);
          answer.put("heldOut", 1);
          answer.put("facts", Map.of("validationLoss", 0.5));
          answer.put("curve", version().get("curve"));
          answer.put("scores", new double[] {0.5});
          return answer;
        }

        @Override
        public List<Map<String, Object>> models() {
          Map<String, Object> model = new LinkedHashMap<>();
          model.put("name", "visits");
          model.put("champion", champions.get(champions.size() - 1));
          model.put("versions", List.of(version()));
          model.put("promotions", List.of());
          return List.of(model);
        }

        @Override
        public void promote(String model, int version, Actor actor, String reason) {
          champions.add(version);
        }

        @Override
        public void rollBack(String model, Actor actor, String reason) {
          if (champions.size() == 1) {
            throw new IllegalStateException("There was no champion before.");
          }
          champions.remove(champions.size() - 1);
        }
      };

  private static Map<String, Object> version() {
    Map<String, Object> version = new LinkedHashMap<>();
    version.put("name", "visits");
    version.put("version", 1);
    version.put("learner", "some-network");
    version.put("keptAt", Instant.EPOCH);
    version.put("bytes", 3L);
    version.put("sha256", "ab");
    version.put("facts", Map.of("rows", 3.0));
    version.put("metrics", Map.of());
    version.put("importance", List.of());
    version.put("calibration", List.of());
    version.put("lineage", Map.of());
    version.put(
        "curve",
        List.of(Map.of("epoch", 1, "loss", 0.7, "validationLoss", Double.NaN, "millis", 12L)));
    return version;
  }

  @Test
  void theCourseOfATrainingIsTold() {
    JsonNode curve =
        edge.ask(200, "reader", Call.get("/learning/models")).at("/0/versions/0/curve/0");
    assertEquals("{\"epoch\":1,\"loss\":0.7,\"validationLoss\":null,\"millis\":12}", sorted(curve));
  }

  /** The members in a fixed order. */
  private static String sorted(JsonNode epoch) {
    return "{\"epoch\":%s,\"loss\":%s,\"validationLoss\":%s,\"millis\":%s}"
        .formatted(
            epoch.path("epoch"),
            epoch.path("loss"),
            epoch.path("validationLoss"),
            epoch.path("millis"));
  }

  @BeforeEach
  void rooms(@TempDir Path folder) {
    edge = new Edge(folder).with(Jobs.class, new InstantJobs()).with(LearningDesk.class, desk);
  }

  private static final String SEQUENCES =
      "{\"goal\":\"BINARY\",\"network\":\"LSTM\",\"rows\":[[[1,2],[3,4]],[[5,6]]],\"target\":[0,1],"
          + "\"options\":{\"hidden\":8},\"heldOut\":0.5,\"keep\":\"steps\"}";

  @Test
  void sequencesAreHandedOnInPlainValues() {
    JsonNode accepted = edge.ask(202, "merchandiser", Call.post("/learning/sequences", SEQUENCES));
    edge.ask(403, "reader", Call.post("/learning/sequences", SEQUENCES));
    JsonNode job = edge.ask(200, "reader", Call.get("/jobs/" + accepted.path("jobId").asText()));
    assertEquals(1, job.at("/result/curve/0/epoch").asInt(), job::toString);
    Map<String, Object> seen = requests.get(0);
    assertEquals("LSTM", seen.get("network"));
    assertEquals(
        List.of(List.of(1.0, 2.0), List.of(3.0, 4.0)), ((List<?>) seen.get("rows")).get(0));
    assertEquals(Map.of("hidden", 8.0), seen.get("options"));
    assertNull(seen.get("predict"));
    for (String wrong :
        List.of(
            SEQUENCES.replace("LSTM", "RNN"),
            SEQUENCES.replace("\"goal\":\"BINARY\",", ""),
            SEQUENCES.replace("[[5,6]]", "\"five\""))) {
      edge.ask(400, "merchandiser", Call.post("/learning/sequences", wrong));
    }
  }

  private static final String BODY =
      "{\"target\":\"b\",\"task\":\"CLASSIFY\",\"keep\":\"visits\",\"columns\":["
          + "{\"name\":\"a\",\"figures\":[1,null,3]},{\"name\":\"b\",\"texts\":[\"yes\",\"no\",null]}],"
          + "\"predict\":[{\"name\":\"a\",\"figures\":[7]}]}";

  @Test
  void aTableIsHandedOnInPlainValues() {
    JsonNode accepted = edge.ask(202, "merchandiser", Call.post("/learning/adhoc", BODY));
    edge.ask(403, "reader", Call.post("/learning/adhoc", BODY));
    JsonNode job = edge.ask(200, "reader", Call.get("/jobs/" + accepted.path("jobId").asText()));
    assertEquals("[0.25]", job.path("result").path("scores").toString(), job::toString);
    Map<String, Object> seen = requests.get(0);
    assertEquals("b", seen.get("target"));
    assertEquals("CLASSIFY", seen.get("task"));
    assertNull(seen.get("folds"));
    List<?> columns = (List<?>) seen.get("columns");
    Map<?, ?> first = (Map<?, ?>) columns.get(0);
    assertEquals("a", first.get("name"));
    assertNull(((List<?>) first.get("figures")).get(1));
    assertEquals(1, ((List<?>) seen.get("predict")).size());
  }

  @Test
  void whatIsMissingOrUnknownIsRefusedAtOnce() {
    for (String wrong :
        List.of(
            BODY.replace("\"target\":\"b\",", ""),
            BODY.replace("CLASSIFY", "GUESS"),
            BODY.replace("\"name\":\"a\",\"figures\":[1", "\"figures\":[1"),
            BODY.replace("\"keep\"", "\"keeep\""))) {
      edge.ask(400, "merchandiser", Call.post("/learning/adhoc", wrong));
    }
  }

  @Test
  void versionsArePromotedAndRolledBack() {
    assertEquals(
        2, edge.ask(200, "reader", Call.get("/learning/models")).get(0).path("champion").asInt());
    String promote = "{\"version\":1,\"reason\":\"calmer\"}";
    String why = "{\"reason\":\"worse\"}";
    edge.ask(403, "reader", Call.post("/learning/models/visits/promotions", promote));
    edge.ask(409, "merchandiser", Call.post("/learning/models/visits/roll-backs", why));
    edge.ask(404, "merchandiser", Call.post("/learning/models/nobody/roll-backs", why));
    JsonNode one =
        edge.ask(200, "merchandiser", Call.post("/learning/models/visits/promotions", promote));
    assertEquals(1, one.path("champion").asInt());
    JsonNode back =
        edge.ask(200, "merchandiser", Call.post("/learning/models/visits/roll-backs", why));
    assertEquals(2, back.path("champion").asInt());
    edge.ask(404, "reader", Call.get("/learning/models/nobody"));
  }
}
