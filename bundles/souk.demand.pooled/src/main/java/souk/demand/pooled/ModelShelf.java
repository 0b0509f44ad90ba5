package souk.demand.pooled;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import souk.demand.lib.pooled.PooledModel;
import souk.demand.lib.pooled.PooledPanel;
import souk.learn.api.LearnedModel;
import souk.learn.api.ModelRegistry;
import souk.learn.api.ModelVersion;
import souk.model.Reason;

/**
 * Takes a fitted model from the registry where it still holds, else fits and keeps. A model holds
 * for the same data; and for data that have grown by less than so many steps, if nine of ten
 * histories are what they were and its error on the new steps is no drift. A model is never used on
 * data that end before its own.
 */
final class ModelShelf {
  /** Fewest known units of a panel whose model is kept; a smaller one is fitted in no time. */
  static final int WORTH_KEEPING = 10_000;

  private static final double SAME = 0.9;
  private static final double NO_ERROR = 0.01;
  private static final int MOST = 32;

  /**
   * When a model is learned anew.
   *
   * @param steps steps of new data
   * @param drift error on new steps over the held-out error
   * @param kept versions kept
   */
  record Rule(int steps, double drift, int kept) {}

  /**
   * A model to forecast with.
   *
   * @param model on the asked panel
   * @param notes where it came from, and what was wrong with others
   */
  record Taken(PooledModel model, List<Reason> notes) {}

  /**
   * What is asked for.
   *
   * @param panel whose model
   * @param name of the model in the registry
   * @param daysOf first day of a step of the panel
   * @param options what it is learned with, for people
   */
  record Wish(PooledPanel panel, String name, Days daysOf, Map<String, String> options) {}

  /** Days of a panel's steps. */
  interface Days {
    LocalDate of(int step);
  }

  private final @Nullable ModelRegistry registry;
  private final Rule rule;

  ModelShelf(@Nullable ModelRegistry registry, Rule rule) {
    this.registry = registry;
    this.rule = rule;
  }

  Taken take(Wish wish, Supplier<PooledModel> fitting) {
    if (registry == null || known(wish.panel()) < WORTH_KEEPING) {
      return new Taken(fitting.get(), List.of());
    }
    List<Reason> notes = new ArrayList<>();
    String snapshot = PanelPrint.of(wish.panel());
    for (Candidate candidate : candidates(registry, wish, snapshot, notes)) {
      Optional<PooledModel> held = held(candidate, wish, notes);
      if (held.isPresent()) {
        return new Taken(held.get(), List.copyOf(notes));
      }
    }
    PooledModel model = fitting.get();
    notes.add(keep(registry, wish, snapshot, model));
    return new Taken(model, List.copyOf(notes));
  }

  private record Candidate(int version, boolean sameData, KeptFit kept) {}

  /** Readable versions: those of the same data first, then those with the latest data. */
  private static List<Candidate> candidates(
      ModelRegistry models, Wish wish, String snapshot, List<Reason> notes) {
    List<Candidate> found = new ArrayList<>();
    List<Integer> versions = models.versions(wish.name());
    for (int version : versions.subList(Math.max(0, versions.size() - MOST), versions.size())) {
      try {
        models
            .version(wish.name(), version)
            .ifPresent(
                model ->
                    found.add(
                        new Candidate(
                            version,
                            snapshot.equals(model.lineage().get("snapshot")),
                            KeptFit.of(model.state()))));
      } catch (IllegalArgumentException | IllegalStateException e) {
        notes.add(refused(wish, version, e));
      }
    }
    found.sort(
        Comparator.comparing(Candidate::sameData)
            .thenComparing(candidate -> candidate.kept().until())
            .thenComparing(Candidate::version)
            .reversed());
    return found;
  }

  private Optional<PooledModel> held(Candidate candidate, Wish wish, List<Reason> notes) {
    try {
      Optional<String> why =
          candidate.sameData()
              ? Optional.of("the data are the same")
              : holds(candidate.kept(), wish);
      if (why.isEmpty()) {
        return Optional.empty();
      }
      PooledModel model = PooledModel.of(wish.panel(), candidate.kept().fit());
      notes.add(
          Reason.of(
              "forecast.model-kept",
              "Version %d of model %s, learned from data before %s, was used: %s."
                  .formatted(candidate.version(), wish.name(), candidate.kept().until(), why.get()),
              wish.name(),
              candidate.version()));
      return Optional.of(model);
    } catch (IllegalArgumentException e) {
      notes.add(refused(wish, candidate.version(), e));
      return Optional.empty();
    }
  }

  private static Reason refused(Wish wish, int version, RuntimeException why) {
    String message = String.valueOf(why.getMessage()).lines().findFirst().orElse("");
    return Reason.of(
        "forecast.model-refused",
        "Version %d of model %s was not used: %s".formatted(version, wish.name(), message),
        wish.name(),
        version,
        message);
  }

  /** Why a model of other data holds, if it does. */
  private Optional<String> holds(KeptFit kept, Wish wish) {
    PooledPanel panel = wish.panel();
    int until = panel.known();
    while (until > 0 && wish.daysOf().of(until).isAfter(kept.until())) {
      until--;
    }
    int grown = panel.known() - until;
    List<String> categories = panel.categories();
    int numbers = kept.categories().size();
    if (until < 1
        || grown >= rule.steps()
        || !wish.daysOf().of(until).equals(kept.until())
        || numbers > categories.size()
        || !categories.subList(0, numbers).equals(kept.categories())
        || kept.same(PanelPrint.histories(panel, until)) < SAME) {
      return Optional.empty();
    }
    if (grown == 0) {
      return Optional.of("hardly anything has changed since");
    }
    double error = PooledModel.of(panel.knownUntil(until), kept.fit()).errorUntil(panel.known());
    double expected = Math.max(NO_ERROR, kept.fit().heldOutError());
    return error <= rule.drift() * expected
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "%d new steps, WAPE %.3f on them, %.3f where it was held out",
                grown,
                error,
                expected))
        : Optional.empty();
  }

  private Reason keep(ModelRegistry models, Wish wish, String snapshot, PooledModel model) {
    PooledPanel panel = wish.panel();
    LocalDate until = wish.daysOf().of(panel.known());
    Map<String, String> lineage = new java.util.TreeMap<>(wish.options());
    lineage.put("snapshot", snapshot);
    lineage.put("from", wish.daysOf().of(0).toString());
    lineage.put("until", until.toString());
    KeptFit kept =
        new KeptFit(
            model.fit(), until, PanelPrint.histories(panel, panel.known()), panel.categories());
    Map<String, Double> facts =
        Map.of(
            "series", (double) panel.size(),
            "units", (double) known(panel),
            "trees", (double) model.trees(),
            "heldOutWape", model.fit().heldOutError());
    try {
      ModelVersion version =
          models.keep(
              wish.name(),
              new LearnedModel(
                      PooledForecaster.STRATEGY,
                      PooledForecaster.VERSION,
                      model.fit().features(),
                      facts,
                      kept.bytes())
                  .withLineage(lineage));
      models.drop(wish.name(), rule.kept());
      return Reason.of(
          "forecast.model-learned",
          "The model was learned anew and kept as version %d of %s."
              .formatted(version.version(), wish.name()),
          wish.name(),
          version.version());
    } catch (IllegalStateException e) {
      String message = String.valueOf(e.getMessage());
      return Reason.of(
          "forecast.model-not-kept", "The model was learned anew. " + message, message);
    }
  }

  private static long known(PooledPanel panel) {
    long known = 0;
    for (int s = 0; s < panel.size(); s++) {
      for (int t = 0; t < panel.known(); t++) {
        known += Float.isNaN(panel.series(s).units()[t]) ? 0 : 1;
      }
    }
    return known;
  }
}
