package souk.kernel.runtime.routing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import souk.kernel.api.Actor;
import souk.kernel.api.Decision;
import souk.kernel.api.DecisionLog;
import souk.kernel.api.StrategyRef;

/** Writes changes of routing to the decision log, durably. */
final class Audit {
  private final DecisionLog log;
  private final Clock clock;
  private final JsonFactory json = new JsonFactory();

  Audit(DecisionLog log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  /**
   * @param kind {@code selection}, {@code drain} or {@code restore}
   */
  void write(
      String kind, StrategyRef ref, Optional<StrategyRef> before, Actor actor, String reason) {
    log.appendDurable(
        Decision.builder(log.newId(), kind, clock.instant())
            .actor(actor)
            .strategies(List.of(ref))
            .body(body(ref, before, reason))
            .build());
  }

  private String body(StrategyRef ref, Optional<StrategyRef> before, String reason) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = json.createGenerator(text)) {
      out.writeStartObject();
      out.writeStringField("role", ref.role());
      out.writeStringField("strategy", ref.strategy());
      out.writeStringField("version", ref.version());
      if (before.isPresent()) {
        out.writeStringField("before", before.get().strategy() + "@" + before.get().version());
      }
      out.writeStringField("reason", reason);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("A decision could not be written as JSON.", e);
    }
    return text.toString();
  }
}
