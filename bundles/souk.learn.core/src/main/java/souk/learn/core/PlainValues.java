package souk.learn.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import souk.learn.api.CurvePoint;
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
        metrics(report.metrics()),
        "candidates",
        report.candidates().stream().map(PlainValues::of).toList(),
        "importance",
        importance(report.importance()),
        "calibration",
        report.calibration().stream().map(PlainValues::of).toList(),
        "deciles",
        report.deciles(),
        "notes",
        report.notes());
  }

  private static Map<String, Object> metrics(Map<String, TuningReport.Figure> byName) {
    Map<String, Object> metrics = new LinkedHashMap<>();
    byName.forEach((name, figure) -> metrics.put(name, of(figure)));
    return metrics;
  }

  private static List<Map<String, Object>> importance(List<TuningReport.Importance> columns) {
    return columns.stream()
        .map(one -> map("column", one.column(), "rise", of(one.rise())))
        .toList();
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
        KeptFigures.plain(version.facts()),
        "metrics",
        metrics(KeptFigures.metrics(version.facts())),
        "importance",
        importance(KeptFigures.importance(version.facts())),
        "calibration",
        KeptFigures.calibration(version.facts()).stream().map(PlainValues::of).toList(),
        "lineage",
        version.lineage(),
        "curve",
        version.curve().stream().map(PlainValues::of).toList());
  }

  static Map<String, Object> of(CurvePoint point) {
    return map(
        "epoch",
        point.epoch(),
        "loss",
        point.loss(),
        "validationLoss",
        point.validationLoss(),
        "millis",
        point.millis());
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
