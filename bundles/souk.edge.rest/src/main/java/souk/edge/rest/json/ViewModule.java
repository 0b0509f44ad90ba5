package souk.edge.rest.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import souk.demand.api.SeriesForecast;
import souk.kernel.api.JobStatus;
import souk.model.Provenance;
import souk.plan.api.Plan;

/** How the contracts' types that are no records look in JSON. */
public final class ViewModule {
  private ViewModule() {}

  static SimpleModule create() {
    SimpleModule module = new SimpleModule("souk-views");
    add(module, Provenance.class, ViewModule::provenance);
    add(module, Plan.class, ViewModule::plan);
    add(module, SeriesForecast.class, ViewModule::series);
    add(module, JobStatus.class, ViewModule::job);
    TrafficViews.addTo(module);
    FeatureViews.addTo(module);
    OfferViews.addTo(module);
    LedgerViews.addTo(module);
    DemandViews.addTo(module);
    return module;
  }

  private static Map<String, Object> provenance(Provenance p) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("createdAt", p.createdAt());
    view.put("strategy", p.strategy());
    view.put("version", p.version());
    view.put("options", p.options());
    view.put("seed", p.seed());
    view.put("inputFingerprint", p.inputFingerprint());
    view.put("snapshot", p.snapshot());
    return view;
  }

  private static Map<String, Object> plan(Plan p) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", p.id());
    view.put("kind", p.kind());
    view.put("from", p.from());
    view.put("weeks", p.weeks());
    view.put("objective", p.objective());
    view.put("bound", p.bound());
    view.put("baseline", p.baseline());
    view.put("gap", p.gap());
    view.put("label", p.label());
    view.put("priceLines", p.priceLines());
    view.put("promotionLines", p.promotionLines());
    view.put("constraints", p.constraints());
    view.put("reasons", p.reasons());
    view.put("assumptions", p.assumptions());
    view.put("provenance", p.provenance());
    return view;
  }

  private static Map<String, Object> series(SeriesForecast s) {
    List<double[]> quantiles = new ArrayList<>();
    for (int level = 0; level < s.levels().length; level++) {
      quantiles.add(s.quantile(level));
    }
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", s.seriesId());
    view.put("method", s.method());
    view.put("mean", s.mean());
    view.put("levels", s.levels());
    view.put("quantiles", quantiles);
    view.put("notes", s.notes());
    return view;
  }

  /** A job; its error has words only. */
  public static Map<String, Object> job(JobStatus j) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", j.id());
    view.put("kind", j.kind());
    view.put("actor", j.actor().name());
    view.put("state", j.state());
    view.put("submittedAt", j.submittedAt());
    view.put("endedAt", j.endedAt());
    view.put("percent", j.percent());
    view.put("rate", j.rate());
    view.put("remainingMillis", j.remainingMillis());
    view.put("message", j.message());
    view.put("result", j.resultJson().map(RawValue::new));
    view.put("error", j.error().map(ViewModule::jobProblem));
    return view;
  }

  private static Map<String, Object> jobProblem(String detail) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "urn:souk:problem:job.failed");
    problem.put("title", "The job failed.");
    problem.put("detail", detail);
    return problem;
  }

  static <T> void add(SimpleModule module, Class<T> type, Function<T, Object> view) {
    module.addSerializer(
        type,
        new JsonSerializer<T>() {
          @Override
          public void serialize(T value, JsonGenerator out, SerializerProvider provider)
              throws IOException {
            provider.defaultSerializeValue(view.apply(value), out);
          }
        });
  }
}
