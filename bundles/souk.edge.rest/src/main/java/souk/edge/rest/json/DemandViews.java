package souk.edge.rest.json;

import com.fasterxml.jackson.databind.module.SimpleModule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import souk.demand.api.AccuracyScore;
import souk.demand.api.DemandParts;
import souk.demand.api.Measure;
import souk.edge.rest.doc.Shape;

/** How what is known of demand looks in JSON. */
final class DemandViews {
  private DemandViews() {}

  static void addTo(SimpleModule module) {
    ViewModule.add(module, AccuracyScore.class, DemandViews::score);
    ViewModule.add(module, DemandParts.class, DemandViews::parts);
  }

  static Map<Class<?>, Shape> shapes() {
    Shape.Fields score =
        Shape.object("AccuracyScore")
            .with("strategy", String.class)
            .with("group", String.class)
            .with("series", int.class)
            .with("origins", int.class)
            .with("horizon", int.class)
            .with("refused", int.class);
    for (Measure measure : Measure.values()) {
      score = score.with(measure.id(), Shape.NUMBER.orNull());
    }
    Shape parts =
        Shape.object("DemandParts")
            .with("id", String.class)
            .with("firstStep", int.class)
            .with("units", double[].class)
            .with("baseline", double[].class)
            .with("calendar", double[].class)
            .with("lift", double[].class)
            .with("dip", double[].class)
            .with("stockOut", boolean[].class);
    return Map.of(AccuracyScore.class, score, DemandParts.class, parts);
  }

  private static Map<String, @Nullable Object> score(AccuracyScore s) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("strategy", s.strategy());
    view.put("group", s.group());
    view.put("series", s.series());
    view.put("origins", s.origins());
    view.put("horizon", s.horizon());
    view.put("refused", s.refused());
    for (Measure measure : Measure.values()) {
      OptionalDouble value = s.value(measure);
      view.put(
          measure.id(),
          value.isPresent() && Double.isFinite(value.getAsDouble()) ? value.getAsDouble() : null);
    }
    return view;
  }

  private static Map<String, Object> parts(DemandParts parts) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", parts.seriesId());
    view.put("firstStep", parts.firstStep());
    view.put("units", parts.units());
    view.put("baseline", parts.baseline());
    view.put("calendar", parts.calendar());
    view.put("lift", parts.lift());
    view.put("dip", parts.dip());
    view.put("stockOut", parts.stockOut());
    return view;
  }
}
