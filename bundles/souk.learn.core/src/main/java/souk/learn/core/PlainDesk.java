package souk.learn.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import souk.kernel.api.Actor;
import souk.kernel.api.LearningDesk;
import souk.kernel.api.Progress;
import souk.kernel.api.StrategyRouter;
import souk.learn.api.DataFrame;
import souk.learn.api.ModelRegistry;
import souk.learn.api.ModelVersion;
import souk.learn.api.TunedModel;
import souk.learn.api.Tuning;

/** The learn room in plain values: nobody who gets them is wired to the room's types. */
@Component
public final class PlainDesk implements LearningDesk {
  private final Tuning tuning;
  private final ModelRegistry registry;
  private final SequenceDesk sequences;

  @Activate
  public PlainDesk(
      @Reference Tuning tuning,
      @Reference ModelRegistry registry,
      @Reference StrategyRouter router) {
    this.tuning = tuning;
    this.registry = registry;
    this.sequences = new SequenceDesk(router, registry);
  }

  @Override
  public Map<String, Object> learn(Map<String, Object> request, Progress progress) {
    PlainRequest read = new PlainRequest(request);
    DataFrame table = read.table("columns").orElseThrow(() -> PlainRequest.missing("columns"));
    Optional<DataFrame> asked = read.table("predict");
    TunedModel tuned = tuning.tune(table, read.plan(), progress);
    Map<String, Object> view = PlainValues.of(tuned.report());
    view.put(
        "kept", read.text("keep").map(name -> PlainValues.of(registry.keep(name, tuned.model()))));
    view.put(
        "scores", asked.map(rows -> tuning.predict(tuned.model(), rows)).orElse(new double[0]));
    return view;
  }

  @Override
  public Map<String, Object> learnSequences(Map<String, Object> request, Progress progress) {
    return sequences.learn(request, progress);
  }

  @Override
  public List<Map<String, Object>> models() {
    Map<String, List<ModelVersion>> byName = new TreeMap<>();
    registry
        .list()
        .forEach(
            version ->
                byName.computeIfAbsent(version.name(), n -> new ArrayList<>()).add(0, version));
    List<Map<String, Object>> views = new ArrayList<>();
    byName.forEach(
        (name, versions) -> {
          Map<String, Object> view = new LinkedHashMap<>();
          view.put("name", name);
          view.put("champion", registry.champion(name).orElse(versions.get(0).version()));
          view.put("versions", versions.stream().map(PlainValues::of).toList());
          view.put("promotions", registry.promotions(name).stream().map(PlainValues::of).toList());
          views.add(view);
        });
    return views;
  }

  @Override
  public void promote(String model, int version, Actor actor, String reason) {
    registry.promote(model, version, actor.name(), reason);
  }

  @Override
  public void rollBack(String model, Actor actor, String reason) {
    registry.rollBack(model, actor.name(), reason);
  }
}
