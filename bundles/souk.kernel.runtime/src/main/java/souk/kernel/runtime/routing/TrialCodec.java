package souk.kernel.runtime.routing;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import souk.kernel.api.Actor;
import souk.kernel.api.CanaryPlan;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.TrialStatus;
import souk.kernel.spi.MetricDescription;

/** Trials as flat texts and back. */
final class TrialCodec {
  private static final Logger LOG = LoggerFactory.getLogger(TrialCodec.class);
  private static final String TOLERATED = "plan.tolerated.";
  private static final String METRIC = "metric.";

  private TrialCodec() {}

  static Map<String, String> write(Trial trial) {
    Map<String, String> out = new LinkedHashMap<>();
    TrialDefinition definition = trial.definition();
    out.put("id", definition.id());
    out.put("kind", definition.kind().name());
    out.put("role", definition.strategy().role());
    out.put("strategy", Audit.text(definition.strategy()));
    out.put("against", Audit.text(definition.against()));
    out.put("salt", Long.toString(definition.salt()));
    out.put("metrics", Integer.toString(definition.metrics()));
    out.put("startedBy", definition.startedBy().name());
    out.put("channel", definition.startedBy().channel());
    out.put("startedAt", definition.startedAt().toString());
    out.put("reason", definition.reason());
    CanaryPlan plan = definition.plan();
    if (plan != null) {
      write(plan, out);
    }
    Optional<Trial.End> end = trial.end();
    if (end.isPresent()) {
      out.put("verdict", end.get().verdict().name());
      out.put("endedAt", end.get().at().toString());
      out.put("endReason", end.get().reason());
    }
    TrialFigures figures = trial.figures();
    out.put("exposures", Long.toString(trial.exposures()));
    out.put("counts", texts(Arrays.stream(figures.counts()).asDoubleStream().toArray()));
    out.put("errorTest", texts(figures.errorState()));
    out.put("slowTest", texts(figures.slowState()));
    figures
        .metricStates()
        .forEach(
            (metric, state) -> {
              String prefix = METRIC + metric.id() + ".";
              out.put(prefix + "title", metric.title());
              out.put(prefix + "unit", metric.unit());
              out.put(prefix + "higher", Boolean.toString(metric.higherIsBetter()));
              out.put(prefix + "state", texts(state));
            });
    return out;
  }

  private static void write(CanaryPlan plan, Map<String, String> out) {
    out.put("plan.share", Double.toString(plan.share()));
    out.put("plan.exposures", Long.toString(plan.exposures()));
    out.put("plan.errorLimit", Double.toString(plan.errorLimit()));
    out.put("plan.latencyFactor", Double.toString(plan.latencyFactor()));
    out.put("plan.latencyFloorMicros", Long.toString(plan.latencyFloorMicros()));
    out.put("plan.alpha", Double.toString(plan.alpha()));
    out.put("plan.minSamples", Integer.toString(plan.minSamples()));
    out.put("plan.passLoss", Double.toString(plan.passLoss()));
    out.put("plan.promote", Boolean.toString(plan.promote()));
    plan.toleratedLosses().forEach((id, loss) -> out.put(TOLERATED + id, Double.toString(loss)));
  }

  /** Empty, with a word in the log, if a trial cannot be understood: it does not come back then. */
  static Optional<Trial> read(Map<String, String> in) {
    try {
      Trial trial = new Trial(definition(in));
      Map<MetricDescription, double[]> metrics = new LinkedHashMap<>();
      in.forEach(
          (key, state) -> {
            if (key.startsWith(METRIC) && key.endsWith(".state")) {
              String id = key.substring(METRIC.length(), key.length() - ".state".length());
              metrics.put(description(in, id), numbers(state));
            }
          });
      double[] counts = numbers(get(in, "counts"));
      trial
          .figures()
          .resume(
              Arrays.stream(counts).mapToLong(c -> (long) c).toArray(),
              numbers(get(in, "errorTest")),
              numbers(get(in, "slowTest")),
              metrics);
      trial.resume(Long.parseLong(get(in, "exposures")));
      if (in.containsKey("verdict")) {
        trial.end(
            new Trial.End(
                TrialStatus.Verdict.valueOf(get(in, "verdict")),
                Instant.parse(get(in, "endedAt")),
                get(in, "endReason")));
      }
      return Optional.of(trial);
    } catch (IllegalArgumentException | DateTimeException e) {
      LOG.warn("Trial {} is not taken over: {}", in.get("id"), e.getMessage());
      return Optional.empty();
    }
  }

  private static TrialDefinition definition(Map<String, String> in) {
    TrialStatus.Kind kind = TrialStatus.Kind.valueOf(get(in, "kind"));
    return new TrialDefinition(
        get(in, "id"),
        kind,
        ref(in, "strategy"),
        ref(in, "against"),
        kind == TrialStatus.Kind.CANARY ? plan(in) : null,
        Long.parseLong(get(in, "salt")),
        Integer.parseInt(get(in, "metrics")),
        new Actor(get(in, "startedBy"), get(in, "channel")),
        Instant.parse(get(in, "startedAt")),
        get(in, "reason"));
  }

  private static CanaryPlan plan(Map<String, String> in) {
    CanaryPlan.Builder plan =
        CanaryPlan.builder(number(in, "plan.share"))
            .exposures(Long.parseLong(get(in, "plan.exposures")))
            .errorLimit(number(in, "plan.errorLimit"))
            .latency(
                number(in, "plan.latencyFactor"),
                Long.parseLong(get(in, "plan.latencyFloorMicros")))
            .alpha(number(in, "plan.alpha"))
            .minSamples(Integer.parseInt(get(in, "plan.minSamples")))
            .passLoss(number(in, "plan.passLoss"))
            .promote(Boolean.parseBoolean(get(in, "plan.promote")));
    in.keySet().stream()
        .filter(key -> key.startsWith(TOLERATED))
        .forEach(key -> plan.tolerate(key.substring(TOLERATED.length()), number(in, key)));
    return plan.build();
  }

  private static MetricDescription description(Map<String, String> in, String id) {
    String prefix = METRIC + id + ".";
    String title = get(in, prefix + "title");
    String unit = get(in, prefix + "unit");
    return Boolean.parseBoolean(get(in, prefix + "higher"))
        ? MetricDescription.higherIsBetter(id, title, unit)
        : MetricDescription.lowerIsBetter(id, title, unit);
  }

  private static StrategyRef ref(Map<String, String> in, String field) {
    return SelectionStore.parse(get(in, "role"), get(in, field))
        .orElseThrow(
            () ->
                new IllegalArgumentException(field + " is no strategy@version: " + in.get(field)));
  }

  private static double number(Map<String, String> in, String field) {
    return Double.parseDouble(get(in, field));
  }

  private static String get(Map<String, String> in, String field) {
    @Nullable String value = in.get(field);
    if (value == null) {
      throw new IllegalArgumentException("it has no " + field);
    }
    return value;
  }

  private static String texts(double[] numbers) {
    return Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining(","));
  }

  private static double[] numbers(String text) {
    return text.isEmpty()
        ? new double[0]
        : Arrays.stream(text.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
  }
}
