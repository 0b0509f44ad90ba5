package souk.edge.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.edge.rest.http.Answer;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.AuditTrail;
import souk.kernel.api.CanaryPlan;
import souk.kernel.api.RoleStatus;
import souk.kernel.api.RouterAdmin;
import souk.kernel.api.RoutingException;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.StrategyStatus;
import souk.kernel.api.Traffic;
import souk.kernel.api.TrialStatus;
import souk.kernel.api.Trials;

/** Traffic over HTTP: what is passed on, and what a role tells of itself. */
class TrafficTest {
  private static final String NAMED =
      "\"strategy\":\"next\",\"version\":\"2.0.0\",\"reason\":\"summer\"";

  @TempDir Path folder;
  private final Router router = new Router();
  private Edge edge;

  @BeforeEach
  void open() {
    edge = new Edge(folder).with(RouterAdmin.class, router).with(Trials.class, router);
  }

  @Test
  void aRoleWhoseSelectedStrategyIsNotHereSaysSo() {
    JsonNode role = edge.ask(200, "reader", Call.get("/strategies/LinePricer"));
    assertTrue(role.path("absent").asBoolean());
    assertTrue(role.path("serving").isNull());
    assertEquals("gone", role.path("selected").path("strategy").asText());
    assertFalse(role.path("calledByName").asBoolean());
    assertEquals(0.05, role.path("canaryShare").asDouble());
    assertEquals("next", role.path("canary").path("strategy").asText());
    JsonNode kinds = edge.ask(200, "reader", Call.get("/strategies")).get(1);
    assertTrue(kinds.path("calledByName").asBoolean());
    assertTrue(kinds.path("serving").isNull());
    assertFalse(kinds.path("absent").asBoolean());
    edge.ask(404, "reader", Call.get("/strategies/Nobody"));
  }

  @Test
  void aCanaryIsPassedOnWithItsLimits() {
    String canary =
        "{"
            + NAMED
            + ",\"share\":0.05,\"exposures\":500,\"toleratedLosses\":{\"margin-per-quote\":0.01},"
            + "\"promote\":true}";
    edge.ask(409, "admin", Call.post("/strategies/LinePricer/canary", canary));
    CanaryPlan plan = router.plan.orElseThrow();
    assertEquals(0.05, plan.share());
    assertEquals(500, plan.exposures());
    assertEquals(0.01, plan.toleratedLoss("margin-per-quote"));
    assertTrue(plan.promote());
    assertEquals(CanaryPlan.builder(1).build().alpha(), plan.alpha());
    assertEquals("canary LinePricer:next@2.0.0 by admin: summer", router.asked.get(0));
    for (String wrong :
        List.of(
            "{" + NAMED + "}",
            "{" + NAMED + ",\"share\":5}",
            "{" + NAMED + ",\"share\":0.1,\"exposures\":0}",
            "{" + NAMED + ",\"share\":0.1,\"toleratedLosses\":{\"m\":null}}",
            "{\"strategy\":\"next\",\"version\":\"2.0.0\",\"share\":0.1}")) {
      edge.ask(400, "admin", Call.post("/strategies/LinePricer/canary", wrong));
    }
    edge.ask(403, "merchandiser", Call.post("/strategies/LinePricer/canary", canary));
    assertEquals(1, router.asked.size());
  }

  @Test
  void theOtherVerbsArePassedOnWithActorAndReason() {
    String named = "{" + NAMED + "}";
    edge.ask(409, "admin", Call.post("/strategies/LinePricer/shadow", named));
    edge.ask(409, "admin", Call.post("/strategies/LinePricer/stop", named));
    edge.ask(409, "admin", Call.post("/strategies/LinePricer/rollback", "{\"reason\":\"worse\"}"));
    JsonNode drained = edge.ask(200, "admin", Call.post("/strategies/LinePricer/drain", named));
    assertEquals(3, drained.path("left").asInt());
    edge.ask(200, "admin", Call.post("/strategies/LinePricer/restore", named));
    edge.ask(404, "admin", Call.post("/strategies/Nobody/rollback", "{\"reason\":\"worse\"}"));
    edge.ask(
        400,
        "admin",
        Call.post("/strategies/LinePricer/drain", "{" + NAMED + ",\"timeoutMillis\":90000}"));
    assertEquals(
        List.of(
            "shadow LinePricer:next@2.0.0 by admin: summer",
            "stop LinePricer:next@2.0.0 by admin: summer",
            "drain LinePricer:next@2.0.0 by admin: summer",
            "restore LinePricer:next@2.0.0 by admin: summer"),
        router.asked);
  }

  @Test
  void theAuditIsReadPageByPageToItsEnd() {
    FakeAudit audit = new FakeAudit();
    edge.with(AuditTrail.class, audit);
    for (int i = 0; i < 7; i++) {
      audit.record(
          AuditEntry.builder(new Actor("admin", "http"), "selection", i % 2 == 0 ? "A" : "B")
              .reason("r" + i)
              .build());
    }
    List<String> reasons = new ArrayList<>();
    String path = "/audit?subject=A&limit=2";
    while (!path.isEmpty()) {
      Answer answer = edge.ask(Call.get(path).key(edge.key("reader")));
      Edge.json(answer).forEach(entry -> reasons.add(entry.path("reason").asText()));
      String link = answer.headers().getOrDefault("Link", "");
      path = link.isEmpty() ? "" : link.substring("</api/v1".length(), link.indexOf('>'));
    }
    assertEquals(List.of("r6", "r4", "r2", "r0"), reasons);
    edge.ask(400, "reader", Call.get("/audit?since=yesterday"));
    edge.ask(403, "till", Call.get("/audit"));
  }

  /** A router with one role whose selected strategy is gone and one that is called by name. */
  private static final class Router implements RouterAdmin, Trials {
    private final List<String> asked = new ArrayList<>();
    private Optional<CanaryPlan> plan = Optional.empty();

    private record Role(String role, Traffic traffic, boolean calledByName) implements RoleStatus {
      @Override
      public List<StrategyStatus> strategies() {
        return List.of();
      }

      @Override
      public long fallbacks() {
        return 0;
      }
    }

    @Override
    public List<RoleStatus> roles() {
      StrategyRef gone = new StrategyRef("LinePricer", "gone", "1.0.0");
      StrategyRef next = new StrategyRef("LinePricer", "next", "2.0.0");
      return List.of(
          new Role("LinePricer", Traffic.builder().primary(gone).canary(next, 0.05).build(), false),
          new Role("EffectKind", Traffic.builder().build(), true));
    }

    @Override
    public Optional<RoleStatus> role(String role) {
      return roles().stream().filter(r -> r.role().equals(role)).findFirst();
    }

    private void note(String verb, StrategyRef ref, Actor actor, String reason) {
      asked.add(
          "%s %s:%s@%s by %s: %s"
              .formatted(verb, ref.role(), ref.strategy(), ref.version(), actor.name(), reason));
    }

    private static RoutingException refused() {
      return new RoutingException(RoutingException.Code.REFUSED, "Not now.");
    }

    @Override
    public TrialStatus shadow(StrategyRef strategy, Actor actor, String reason) {
      note("shadow", strategy, actor, reason);
      throw refused();
    }

    @Override
    public TrialStatus canary(StrategyRef strategy, CanaryPlan wanted, Actor actor, String reason) {
      note("canary", strategy, actor, reason);
      plan = Optional.of(wanted);
      throw refused();
    }

    @Override
    public TrialStatus stop(StrategyRef strategy, Actor actor, String reason) {
      note("stop", strategy, actor, reason);
      throw refused();
    }

    @Override
    public List<TrialStatus> trials() {
      return List.of();
    }

    @Override
    public List<TrialStatus> trials(String role) {
      return List.of();
    }

    @Override
    public void warm(StrategyRef strategy) {
      throw refused();
    }

    @Override
    public RoleStatus select(StrategyRef strategy, Actor actor, String reason) {
      throw refused();
    }

    @Override
    public int drain(StrategyRef strategy, long timeoutMillis, Actor actor, String reason) {
      note("drain", strategy, actor, reason);
      return 3;
    }

    @Override
    public RoleStatus restore(StrategyRef strategy, Actor actor, String reason) {
      note("restore", strategy, actor, reason);
      return roles().get(0);
    }

    @Override
    public int quarantinedThreads() {
      return 0;
    }
  }
}
