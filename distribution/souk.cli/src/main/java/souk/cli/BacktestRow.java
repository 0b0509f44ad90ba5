package souk.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How well one model did. Parts of a file are judged one by one; their figures are put together
 * weighted by their series.
 */
final class BacktestRow {
  /** Measures in the order of the table. */
  static final List<String> MEASURES =
      List.of("smape", "mase", "rmsse", "wape", "bias", "pinball", "coverage80", "msis");

  private final String model;
  private final Map<String, double[]> sums = new LinkedHashMap<>();
  private int series;
  private int origins;
  private int refused;

  BacktestRow(String model) {
    this.model = model;
  }

  void add(JsonNode score) {
    int judged = score.path("series").asInt();
    series += judged;
    origins = Math.max(origins, score.path("origins").asInt());
    refused += score.path("refused").asInt();
    for (String measure : MEASURES) {
      JsonNode value = score.path(measure);
      if (value.isNumber() && judged > 0) {
        double[] sum = sums.computeIfAbsent(measure, name -> new double[2]);
        sum[0] += judged * value.asDouble();
        sum[1] += judged;
      }
    }
  }

  String model() {
    return model;
  }

  int series() {
    return series;
  }

  int origins() {
    return origins;
  }

  int refused() {
    return refused;
  }

  OptionalDouble value(String measure) {
    double[] sum = sums.get(measure);
    return sum == null ? OptionalDouble.empty() : OptionalDouble.of(sum[0] / sum[1]);
  }
}
