package souk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForecastQuestionTest {
  private static ForecastQuestion of(List<OneSeries> series) {
    SeriesSet set = new SeriesSet(series, List.of("promo"), List.of(), Optional.empty(), 0, 0);
    return new ForecastQuestion(set, 12, 3, List.of(0.1, 0.9), 1);
  }

  private static OneSeries one(String id, double... values) {
    return new OneSeries(id, 0, values, new double[0][], Map.of());
  }

  @Test
  void seriesThatGoBelowZeroAreAskedApart() {
    List<ForecastQuestion.Part> parts = of(List.of(one("a", 1), one("b", -1), one("c", 0))).parts();
    assertEquals(List.of(0, 2), parts.get(0).places());
    assertTrue(parts.get(0).nonNegative());
    assertEquals(List.of(1), parts.get(1).places());
  }

  @Test
  void noBodyIsLargerThanThePlatformTakes() throws IOException {
    List<OneSeries> many = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      double[] values = new double[100_000];
      java.util.Arrays.fill(values, 1.0 / (3 + i));
      many.add(one("S" + i, values));
    }
    ForecastQuestion question = of(many);
    List<ForecastQuestion.Part> parts = question.parts();
    assertTrue(parts.size() > 1);
    assertEquals(60, parts.stream().mapToInt(part -> part.places().size()).sum());
    for (ForecastQuestion.Part part : parts) {
      assertTrue(question.body(part, json -> {}).length < 64 << 20);
    }
  }

  @Test
  void theQuestionIsJsonWithCovariates() throws IOException {
    OneSeries series =
        new OneSeries(
            "茶", 4, new double[] {1, 2}, new double[][] {{0, 1, 1, 0, 0}}, Map.of("store", "北"));
    ForecastQuestion question = of(List.of(series));
    JsonNode body =
        new ObjectMapper()
            .readTree(
                question.body(
                    question.parts().get(0),
                    json -> {
                      question.writeQuantiles(json);
                      json.writeStringField("strategy", "ets");
                    }));
    assertEquals("ets", body.path("strategy").asText());
    assertEquals(12, body.path("season").asInt());
    assertEquals("[0.1,0.9]", body.path("quantiles").toString());
    JsonNode sent = body.path("series").get(0);
    assertEquals("茶", sent.path("id").asText());
    assertEquals(4, sent.path("firstStep").asInt());
    assertEquals("[1.0,2.0]", sent.path("values").toString());
    assertEquals("北", sent.path("attributes").path("store").asText());
    assertEquals("[0.0,1.0,1.0,0.0,0.0]", sent.path("covariates").path("promo").toString());
  }
}
