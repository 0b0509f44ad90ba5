package souk.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is asked about the series of a file, cut into bodies that neither side needs much memory
 * for.
 *
 * @param set the series
 * @param season steps of one season
 * @param horizon steps ahead
 * @param quantiles levels, increasing
 * @param seed for models that draw
 */
record ForecastQuestion(SeriesSet set, int season, int horizon, List<Double> quantiles, long seed) {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final long MOST_BYTES = 24L << 20;
  private static final int BYTES_OF_A_NUMBER = 12;
  private static final int BYTES_OF_A_SERIES = 100;

  /**
   * Series that are sent together.
   *
   * @param places of the series in the set
   * @param nonNegative whether none was ever negative
   */
  record Part(List<Integer> places, boolean nonNegative) {}

  /** In the order of the file; series with negative values apart, as they may go on so. */
  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    for (boolean nonNegative : new boolean[] {true, false}) {
      List<Integer> places = new ArrayList<>();
      long bytes = 0;
      for (int i = 0; i < set.series().size(); i++) {
        OneSeries one = set.series().get(i);
        if (one.negative() == nonNegative) {
          continue;
        }
        long more = bytes(one);
        if (bytes + more > MOST_BYTES && !places.isEmpty()) {
          parts.add(new Part(List.copyOf(places), nonNegative));
          places.clear();
          bytes = 0;
        }
        places.add(i);
        bytes += more;
      }
      if (!places.isEmpty()) {
        parts.add(new Part(List.copyOf(places), nonNegative));
      }
    }
    return parts;
  }

  private static long bytes(OneSeries one) {
    long numbers = one.values().length;
    for (double[] covariate : one.covariates()) {
      numbers += covariate.length;
    }
    for (Map.Entry<String, String> attribute : one.attributes().entrySet()) {
      numbers += (attribute.getKey().length() + attribute.getValue().length()) / 3 + 1;
    }
    return BYTES_OF_A_SERIES + 3L * one.id().length() + BYTES_OF_A_NUMBER * numbers;
  }

  /** What a caller adds to the question. */
  interface Addition {
    void write(JsonGenerator json) throws IOException;
  }

  /** The question about one part as JSON. */
  byte[] body(Part part, Addition addition) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeNumberField("season", season);
      json.writeNumberField("horizon", horizon);
      json.writeNumberField("seed", seed);
      json.writeBooleanField("nonNegative", part.nonNegative());
      if (set.scale().isPresent() && set.scale().get().frequency().isPresent()) {
        json.writeStringField("frequency", set.scale().get().frequency().get());
        json.writeStringField("origin", set.scale().get().origin().orElseThrow().toString());
      }
      addition.write(json);
      json.writeArrayFieldStart("series");
      for (int place : part.places()) {
        write(json, set.series().get(place));
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  void writeQuantiles(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("quantiles");
    for (double level : quantiles) {
      json.writeNumber(level);
    }
    json.writeEndArray();
  }

  private void write(JsonGenerator json, OneSeries one) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", one.id());
    json.writeNumberField("firstStep", one.firstStep());
    json.writeFieldName("values");
    json.writeArray(one.values(), 0, one.values().length);
    if (one.covariates().length > 0) {
      json.writeObjectFieldStart("covariates");
      for (int k = 0; k < one.covariates().length; k++) {
        json.writeFieldName(set.covariates().get(k));
        json.writeArray(one.covariates()[k], 0, one.covariates()[k].length);
      }
      json.writeEndObject();
    }
    if (!one.attributes().isEmpty()) {
      json.writeObjectFieldStart("attributes");
      for (Map.Entry<String, String> attribute : one.attributes().entrySet()) {
        json.writeStringField(attribute.getKey(), attribute.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }
}
