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
      parts(facts);
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

  private static void parts(ObjectNode facts) {
    ObjectNode forecasts = (ObjectNode) facts.path("forecasts");
    ObjectNode champion = forecasts.putArray("champions").addObject();
    champion.put("group", "Tea").put("strategy", "theta").withArray("ranking");
    champion.withArray("ranking").addObject().put("strategy", "theta").put("wape", 0.5);
    champion.withArray("ranking").addObject().put("strategy", HOSTILE).put("wape", 0.6);
    ObjectNode series =
        facts.putObject("decomposition").putArray("series").addObject().put("sku", "85123A");
    for (int w = 0; w < 52; w++) {
      double base = 700 + 100 * Math.sin(w / 8.0);
      double lift = w % 9 == 4 ? 300 : 0;
      double dip = w % 9 == 5 ? -90 : 0;
      series
          .withArray("weeks")
          .addObject()
          .put("week", ORIGIN.plusWeeks(w).toString())
          .put("units", base + lift + dip)
          .put("baseline", base)
          .put("lift", lift)
          .put("dip", dip);
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
