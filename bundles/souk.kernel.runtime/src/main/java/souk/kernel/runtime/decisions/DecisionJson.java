package souk.kernel.runtime.decisions;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import souk.kernel.api.Actor;
import souk.kernel.api.Decision;
import souk.kernel.api.StrategyRef;
import souk.model.DecisionId;
import souk.model.SnapshotId;

/**
 * Decisions as JSON; id and kind come first, so that a search need not read the rest, and the body
 * comes last, as it is. Before version 0.2.0 the body was a text among the other fields.
 */
final class DecisionJson {
  /** First two fields of a decision. */
  record Head(String id, String kind) {}

  /** Cannot occur earlier: within a text the second quote would be escaped. */
  private static final byte[] BODY = ",\"json\":".getBytes(StandardCharsets.US_ASCII);

  private final JsonFactory json =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_CONTENT).build();

  void write(Decision decision, OutputStream into) {
    try (JsonGenerator out = json.createGenerator(into)) {
      out.writeStartObject();
      out.writeStringField("id", decision.id().value());
      out.writeStringField("kind", decision.kind());
      out.writeStringField("at", decision.at().toString());
      out.writeStringField("actor", decision.actor().name());
      out.writeStringField("channel", decision.actor().channel());
      Optional<SnapshotId> snapshot = decision.snapshot();
      if (snapshot.isPresent()) {
        out.writeStringField("snapshot", snapshot.get().value());
      }
      out.writeArrayFieldStart("strategies");
      for (StrategyRef ref : decision.strategies()) {
        out.writeStartArray();
        out.writeString(ref.role());
        out.writeString(ref.strategy());
        out.writeString(ref.version());
        out.writeEndArray();
      }
      out.writeEndArray();
      out.flush();
      into.write(BODY);
      into.write(decision.bodyJson().getBytes(StandardCharsets.UTF_8));
      into.write('}');
    } catch (IOException e) {
      throw new UncheckedIOException("A decision could not be written as JSON.", e);
    }
  }

  Head head(byte[] payload) throws IOException {
    try (JsonParser in = json.createParser(payload)) {
      in.nextToken();
      in.nextToken();
      String id = in.nextTextValue();
      in.nextToken();
      String kind = in.nextTextValue();
      if (id == null || kind == null) {
        throw new IOException("A decision does not start with id and kind.");
      }
      return new Head(id, kind);
    }
  }

  /** Where the body begins in a record of this version; −1 in an older one. */
  private static int body(byte[] payload) {
    int last = payload.length - BODY.length;
    for (int i = 0; i <= last; i++) {
      if (payload[i] == ',' && Arrays.equals(payload, i, i + BODY.length, BODY, 0, BODY.length)) {
        return i + BODY.length;
      }
    }
    return -1;
  }

  Decision read(byte[] payload) throws IOException {
    int from = body(payload);
    String id = "";
    String kind = "";
    String at = "";
    String actor = "";
    String channel = "";
    String snapshot = "";
    String body =
        from < 0
            ? "{}"
            : new String(payload, from, payload.length - 1 - from, StandardCharsets.UTF_8);
    List<StrategyRef> strategies = new ArrayList<>();
    byte[] head = payload;
    if (from >= 0) {
      head = Arrays.copyOf(payload, from - BODY.length + 1);
      head[head.length - 1] = '}';
    }
    try (JsonParser in = json.createParser(head)) {
      in.nextToken();
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        in.nextToken();
        switch (name) {
          case "id" -> id = in.getText();
          case "kind" -> kind = in.getText();
          case "at" -> at = in.getText();
          case "actor" -> actor = in.getText();
          case "channel" -> channel = in.getText();
          case "snapshot" -> snapshot = in.getText();
          case "body" -> body = in.getText();
          case "strategies" -> {
            while (in.nextToken() == JsonToken.START_ARRAY) {
              strategies.add(
                  new StrategyRef(in.nextTextValue(), in.nextTextValue(), in.nextTextValue()));
              in.nextToken();
            }
          }
          default -> in.skipChildren();
        }
      }
    }
    Decision.Builder decision =
        Decision.builder(new DecisionId(id), kind, Instant.parse(at))
            .actor(new Actor(actor, channel))
            .strategies(strategies)
            .body(body);
    if (!snapshot.isEmpty()) {
      decision.snapshot(new SnapshotId(snapshot));
    }
    return decision.build();
  }
}
