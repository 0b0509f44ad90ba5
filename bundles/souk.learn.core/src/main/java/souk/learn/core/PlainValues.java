package souk.learn.core;

import java.util.LinkedHashMap;
import java.util.Map;
import souk.learn.api.ModelVersion;
import souk.learn.api.Promotion;
import souk.learn.api.TuningReport;

/** Values of the room as maps, lists, texts and numbers. */
final class PlainValues {
  private PlainValues() {}

  /** Names and values in turn. */
  private static Map<String, Object> map(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }

  static Map<String, Object> of(TuningReport report) {
    Map<String, Object> metrics = new LinkedHashMap<>();
    report.metrics().forEach((name, figure) -> metrics.put(name, of(figure)));
    return map(
        "chosen",
        report.chosen(),
        "validation",
        report.validation(),
        "rows",
        report.rows(),
        "positive",
        report.positive(),
        "metrics",
        metrics,
        "candidates",
        report.candidates().stream().map(PlainValues::of).toList(),
        "importance",
        report.importance().stream()
            .map(one -> map("column", one.column(), "rise", of(one.rise())))
            .toList(),
        "calibration",
        report.calibration().stream().map(PlainValues::of).toList(),
        "deciles",
        report.deciles(),
        "notes",
        report.notes());
  }

  private static Map<String, Object> of(TuningReport.Figure figure) {
    return map("value", figure.value(), "low", figure.low(), "high", figure.high());
  }

  private static Map<String, Object> of(TuningReport.Candidate one) {
    return map(
        "learner",
        one.learner(),
        "version",
        one.version(),
        "metrics",
        one.metrics(),
        "seconds",
        one.seconds(),
        "refused",
        one.refused());
  }

  private static Map<String, Object> of(TuningReport.CalibrationBin bin) {
    return map("rows", bin.rows(), "predicted", bin.predicted(), "happened", bin.happened());
  }

  static Map<String, Object> of(ModelVersion version) {
    return map(
        "name",
        version.name(),
        "version",
        version.version(),
        "learner",
        version.learner(),
        "keptAt",
        version.keptAt(),
        "bytes",
        version.bytes(),
        "sha256",
        version.sha256(),
        "facts",
        version.facts(),
        "lineage",
        version.lineage());
  }

  static Map<String, Object> of(Promotion promotion) {
    return map(
        "version",
        promotion.version(),
        "at",
        promotion.at(),
        "by",
        promotion.by(),
        "reason",
        promotion.reason());
  }
}
