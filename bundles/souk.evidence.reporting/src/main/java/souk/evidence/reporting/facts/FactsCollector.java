package souk.evidence.reporting.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import souk.kernel.api.Progress;
import souk.kernel.api.RoleStatus;
import souk.kernel.api.StrategyStatus;

/** Collects the facts of a report as one JSON object; its form is in docs/report-facts.md. */
public final class FactsCollector {
  /** Version of the form. */
  public static final int VERSION = 1;

  private static final int PLANS = 8;
  private static final int PUBLICATIONS = 20;
  private static final int STEPS = 6;

  private final Sources sources;
  private final ObjectMapper mapper;

  public FactsCollector(Sources sources, ObjectMapper mapper) {
    this.sources = sources;
    this.mapper = mapper;
  }

  /** Everything that is known now. */
  public String collect(String reportId, Instant now, Progress progress) {
    ObjectNode facts = mapper.createObjectNode();
    facts.put("version", VERSION);
    facts.put("id", reportId);
    facts.put("createdAt", now.toString());
    ArrayNode provenance = mapper.createArrayNode();
    step(progress, 0, "Reading sales and quality");
    sources.sales().ifPresent(s -> SalesFacts.summary(facts, s));
    sources.costs().ifPresent(c -> SalesFacts.costs(facts, c));
    sources.loads().ifPresent(l -> SalesFacts.loads(facts, l));
    sources.quality().ifPresent(q -> SalesFacts.quality(facts, q));
    step(progress, 1, "Reading segments");
    sources
        .segments()
        .flatMap(s -> s.latest())
        .ifPresent(run -> SegmentFacts.add(facts, provenance, run));
    sources
        .scores()
        .flatMap(s -> s.latest())
        .ifPresent(
            run ->
                ScoreFacts.add(
                    facts, provenance, run, sources.segments().flatMap(s -> s.latest())));
    step(progress, 2, "Reading forecasts and response");
    DemandFacts demand = new DemandFacts(sources.sales());
    sources
        .forecasts()
        .ifPresent(
            f ->
                f.latest()
                    .ifPresent(
                        run -> demand.forecasts(facts, provenance, run, f.latestBacktest())));
    sources
        .baselines()
        .flatMap(b -> b.latest())
        .ifPresent(parts -> demand.parts(facts, provenance, parts));
    sources
        .models()
        .flatMap(m -> m.latest())
        .ifPresent(model -> demand.response(facts, provenance, model));
    step(progress, 3, "Reading plans");
    PlanFacts plans = new PlanFacts(sources.approvals());
    sources.plans().ifPresent(p -> plans.plans(facts, provenance, p.list(PLANS)));
    sources.publisher().ifPresent(p -> PlanFacts.publications(facts, p.history(PUBLICATIONS)));
    step(progress, 4, "Reading effects");
    sources.experiments().ifPresent(e -> EffectFacts.effects(facts, provenance, e));
    sources.simulations().ifPresent(s -> EffectFacts.runs(facts, provenance, s.list()));
    sources.router().ifPresent(r -> strategies(facts, r.roles()));
    facts.set("provenance", provenance);
    step(progress, 5, "Rendering");
    try {
      return mapper.writeValueAsString(facts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The facts of report " + reportId + " cannot be written.", e);
    }
  }

  private static void step(Progress progress, int done, String message) {
    progress.throwIfCancelled();
    progress.report(done, STEPS, message);
  }

  private static void strategies(ObjectNode facts, java.util.List<RoleStatus> roles) {
    ArrayNode array = facts.putArray("strategies");
    for (RoleStatus role : roles) {
      for (StrategyStatus strategy : role.strategies().stream().limit(1).toList()) {
        ObjectNode node = array.addObject();
        node.put("role", role.role());
        node.put("strategy", strategy.ref().strategy());
        node.put("version", strategy.ref().version());
        node.put("bundle", strategy.bundle());
        node.put("calls", strategy.calls());
        node.put("fallbacks", role.fallbacks());
      }
    }
  }
}
