package souk.edge.rest.json;

import com.fasterxml.jackson.databind.module.SimpleModule;
import java.util.LinkedHashMap;
import java.util.Map;
import souk.edge.rest.doc.Shape;
import souk.kernel.api.FeatureChange;
import souk.kernel.api.FeaturePlan;
import souk.kernel.api.FeatureStatus;
import souk.model.Reason;

/** How features and plans of their changes look in JSON. */
final class FeatureViews {
  private static final Shape STATUS =
      Shape.object("FeatureStatus")
          .with("name", String.class)
          .with("version", String.class)
          .with("id", String.class)
          .with("title", String.class)
          .with("description", String.class)
          .with("state", FeatureStatus.State.class)
          .with("required", boolean.class)
          .with("origin", Shape.oneOf("distribution", "archive"))
          .with("bundles", Shape.listOf(String.class))
          .maybe("update", String.class);

  private static final Shape PLAN =
      Shape.object("FeaturePlan")
          .with("kind", FeatureChange.Kind.class)
          .with("feature", String.class)
          .with("possible", boolean.class)
          .with("featuresIn", Shape.listOf(String.class))
          .with("featuresOut", Shape.listOf(String.class))
          .with("installed", Shape.listOf(String.class))
          .with("updatedBeside", Shape.listOf(String.class))
          .with("updatedInPlace", Shape.listOf(String.class))
          .with("removed", Shape.listOf(String.class))
          .with("refreshed", Shape.listOf(String.class))
          .with("warnings", Shape.listOf(Reason.class))
          .with("refusals", Shape.listOf(Reason.class));

  private FeatureViews() {}

  static void addTo(SimpleModule module) {
    ViewModule.add(module, FeatureStatus.class, FeatureViews::status);
    ViewModule.add(module, FeaturePlan.class, FeatureViews::plan);
  }

  static Map<Class<?>, Shape> shapes() {
    return Map.of(FeatureStatus.class, STATUS, FeaturePlan.class, PLAN);
  }

  private static Map<String, Object> status(FeatureStatus s) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("name", s.name());
    view.put("version", s.version());
    view.put("id", s.id());
    view.put("title", s.title());
    view.put("description", s.description());
    view.put("state", s.state());
    view.put("required", s.required());
    view.put("origin", s.origin());
    view.put("bundles", s.bundles());
    view.put("update", s.update());
    return view;
  }

  private static Map<String, Object> plan(FeaturePlan p) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("kind", p.change().kind());
    view.put("feature", p.change().feature());
    view.put("possible", p.refusals().isEmpty());
    view.put("featuresIn", p.featuresIn());
    view.put("featuresOut", p.featuresOut());
    view.put("installed", p.installed());
    view.put("updatedBeside", p.updatedBeside());
    view.put("updatedInPlace", p.updatedInPlace());
    view.put("removed", p.removed());
    view.put("refreshed", p.refreshed());
    view.put("warnings", p.warnings());
    view.put("refusals", p.refusals());
    return view;
  }
}
