package souk.evidence.reporting.html;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Random;

/** Facts with every part filled, hostile texts included. */
final class SampleFacts {
  static final String HOSTILE =
      "</script><img src=x onerror=alert(1)> & \"quotes\" 'single' \u2028";
  private static final LocalDate ORIGIN = LocalDate.of(2010, 12, 6);

  private SampleFacts() {}

  static String json() {
    try {
      ObjectMapper mapper = new ObjectMapper();
      ObjectNode facts =
          (ObjectNode)
              mapper.readTree(
                  SampleFacts.class.getResourceAsStream("/souk/evidence/reporting/facts.json"));
      Random random = new Random(3);
      sales(facts, random);
      series(facts, random);
      ((ObjectNode) facts.path("plans").path(0).path("priceLines").path(1))
          .put("description", HOSTILE);
      ((ObjectNode) facts.path("segments").path("segments").path(4))
          .put("id", "unknown")
          .put("name", HOSTILE);
      return mapper.writeValueAsString(facts);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void sales(ObjectNode facts, Random random) {
    ArrayNode sales = facts.putArray("sales");
    for (int w = 0; w < 60; w++) {
      double units = 90_000 + 25_000 * Math.sin((w - 35) / 8.0) + 9000 * random.nextGaussian();
      sales
          .addObject()
          .put("week", ORIGIN.plusWeeks(w).toString())
          .put("units", Math.round(units))
          .put("revenue", Math.round(units * 1.9))
          .put("simulated", w >= 52);
    }
  }

  private static void series(ObjectNode facts, Random random) {
    for (var node : facts.path("forecasts").path("series")) {
      ObjectNode series = (ObjectNode) node;
      ArrayNode history = series.putArray("history");
      for (int w = 12; w < 52; w++) {
        history
            .addObject()
            .put("week", ORIGIN.plusWeeks(w).toString())
            .put("units", Math.max(0, Math.round(700 + 180 * random.nextGaussian())));
      }
      ArrayNode forecast = series.putArray("forecast");
      for (int h = 0; h < 8; h++) {
        forecast
            .addObject()
            .put("week", ORIGIN.plusWeeks(52L + h).toString())
            .put("mean", 720 - 9 * h)
            .put("low", 480 - 18 * h)
            .put("high", 980 + 12 * h);
      }
    }
  }
}
