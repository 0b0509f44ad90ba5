package souk.evidence.experiments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import souk.data.api.Document;
import souk.data.api.Documents;
import souk.demand.api.ResponseModel;
import souk.evidence.api.EffectEstimate;
import souk.evidence.api.Experiment;
import souk.evidence.api.SimulationRun;
import souk.evidence.api.UnitKind;

/**
 * Keeps experiments (E-1, E-2, …), simulation runs (R-1, R-2, …), evaluations (V-1, V-2, …) and the
 * response of the simulated market as documents.
 */
final class EvidenceStore {
  static final String EXPERIMENT = "experiment";
  static final String RUN = "simulation-run";
  static final String EVALUATION = "evaluation";
  static final String MARKET = "market";
  private static final String RESPONSE = "response";
  private static final int ALL = 10_000;

  private final Documents documents;
  private final Json json = new Json();

  EvidenceStore(Documents documents) {
    this.documents = documents;
  }

  /** A new experiment with the next id; remembers the runs that were there before it. */
  synchronized Experiment create(Function<String, Experiment> experimentWithId) {
    Experiment experiment = experimentWithId.apply("E-" + next(EXPERIMENT));
    ObjectNode body = ExperimentJson.write(json.object(), experiment);
    body.put("runsBefore", next(RUN) - 1);
    put(EXPERIMENT, experiment.id(), 0, body);
    return experiment;
  }

  /** Number of the last run that was there when the experiment was designed. */
  long runsBefore(String experimentId) {
    return documents
        .find(EXPERIMENT, experimentId)
        .map(d -> json.read(d).path("runsBefore").asLong())
        .orElse(0L);
  }

  Optional<Experiment> experiment(String id) {
    return documents.find(EXPERIMENT, id).map(d -> ExperimentJson.read(json.read(d)));
  }

  List<Experiment> experiments() {
    return newest(EXPERIMENT).stream().map(d -> ExperimentJson.read(json.read(d))).toList();
  }

  /**
   * A new run with the next id; its experiment is kept anew beside it, in the same transaction,
   * with the label that follows from the run.
   */
  synchronized SimulationRun create(
      Function<String, SimulationRun> runWithId, Experiment relabelled) {
    SimulationRun run = runWithId.apply("R-" + next(RUN));
    ObjectNode experiment = ExperimentJson.write(json.object(), relabelled);
    experiment.put("runsBefore", runsBefore(relabelled.id()));
    documents.putAll(
        List.of(
            new Documents.Put(RUN, run.id(), 0, json.text(RunJson.write(json.object(), run))),
            new Documents.Put(EXPERIMENT, relabelled.id(), -1, json.text(experiment))));
    return run;
  }

  Optional<SimulationRun> run(String id) {
    return documents.find(RUN, id).map(d -> RunJson.read(json.read(d)));
  }

  List<SimulationRun> runs() {
    return newest(RUN).stream().map(d -> RunJson.read(json.read(d))).toList();
  }

  synchronized void keep(String experimentId, List<EffectEstimate> effects) {
    ObjectNode body = json.object();
    body.put("experimentId", experimentId);
    ArrayNode array = body.putArray("effects");
    effects.forEach(e -> ExperimentJson.write(array.addObject(), e));
    put(EVALUATION, "V-" + next(EVALUATION), 0, body);
  }

  List<EffectEstimate> effects() {
    List<EffectEstimate> effects = new ArrayList<>();
    for (Document document : newest(EVALUATION)) {
      for (JsonNode node : json.read(document).path("effects")) {
        effects.add(ExperimentJson.effect(node));
      }
    }
    return effects;
  }

  void keepResponse(ResponseModel observed) {
    put(MARKET, RESPONSE, -1, ResponseJson.write(json.object(), observed));
  }

  Optional<ResponseModel> response() {
    return documents.find(MARKET, RESPONSE).map(d -> ResponseJson.read(json.read(d)));
  }

  /**
   * Takes a customer out of all experiments on customers and out of what was measured in them.
   *
   * @return revisions that were changed: of experiments, of runs
   */
  synchronized long[] forget(String customer) {
    Set<String> onCustomers =
        experiments().stream()
            .filter(experiment -> experiment.unit() == UnitKind.CUSTOMER)
            .map(Experiment::id)
            .collect(Collectors.toSet());
    return new long[] {
      documents.amend(
          EXPERIMENT, body -> amended(body, "id", onCustomers, n -> withoutUnit(n, customer))),
      documents.amend(
          RUN, body -> amended(body, "experimentId", onCustomers, n -> withoutRow(n, customer)))
    };
  }

  private String amended(String body, String id, Set<String> wanted, Predicate<JsonNode> change) {
    JsonNode node = json.read(body);
    return wanted.contains(node.path(id).asText()) && change.test(node) ? json.text(node) : body;
  }

  private static boolean withoutUnit(JsonNode experiment, String customer) {
    boolean changed = false;
    for (String group : List.of("treatment", "control")) {
      if (experiment.path(group) instanceof ObjectNode units) {
        changed |= units.remove(customer) != null;
      }
    }
    return changed;
  }

  /** Outcomes are columns: the customer's place is taken out of each. */
  private static boolean withoutRow(JsonNode run, String customer) {
    boolean changed = false;
    for (JsonNode columns : run.path("outcomes")) {
      for (int i = columns.path("unit").size() - 1; i >= 0; i--) {
        if (columns.path("unit").get(i).asText().equals(customer)) {
          int row = i;
          columns.forEach(column -> ((ArrayNode) column).remove(row));
          changed = true;
        }
      }
    }
    return changed;
  }

  static long number(String id) {
    return Long.parseLong(id.substring(id.indexOf('-') + 1));
  }

  private long next(String kind) {
    return newest(kind).stream().mapToLong(d -> number(d.id())).max().orElse(0) + 1;
  }

  private List<Document> newest(String kind) {
    List<Document> all = new ArrayList<>(documents.list(kind, ALL));
    all.sort(java.util.Comparator.comparingLong((Document d) -> -number(d.id())));
    return all;
  }

  private void put(String kind, String id, long expectedRevision, ObjectNode body) {
    documents.put(new Documents.Put(kind, id, expectedRevision, json.text(body)));
  }
}
