package souk.kernel.runtime.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import souk.kernel.api.AuditEntry;
import souk.kernel.api.Decision;

/**
 * Audit entries as bodies of decisions. Version 0.1 wrote changes of routing as decisions of their
 * own kinds with role, strategy, version, before and reason; these are read too.
 */
final class AuditJson {
  private final JsonFactory json = new JsonFactory();

  String body(AuditEntry entry) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = json.createGenerator(text)) {
      out.writeStartObject();
      out.writeStringField("kind", entry.kind());
      out.writeStringField("subject", entry.subject());
      out.writeStringField("reason", entry.reason());
      if (entry.before().isPresent()) {
        out.writeStringField("before", entry.before().get());
      }
      if (entry.after().isPresent()) {
        out.writeStringField("after", entry.after().get());
      }
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("An audit entry could not be written as JSON.", e);
    }
    return text.toString();
  }

  AuditEntry entry(Decision decision) {
    Map<String, String> fields = fields(decision.bodyJson());
    boolean old = !decision.kind().equals(DefaultAuditTrail.KIND);
    String kind = old ? decision.kind() : fields.getOrDefault("kind", decision.kind());
    String subject =
        old
            ? "%s:%s@%s"
                .formatted(fields.get("role"), fields.get("strategy"), fields.get("version"))
            : fields.get("subject");
    AuditEntry.Builder entry =
        AuditEntry.builder(decision.actor(), kind, subject == null ? "" : subject)
            .recorded(decision.id().value(), decision.at())
            .reason(fields.getOrDefault("reason", ""));
    Optional.ofNullable(fields.get("before")).ifPresent(entry::before);
    String after = old ? fields.get("strategy") + "@" + fields.get("version") : fields.get("after");
    Optional.ofNullable(after).ifPresent(entry::after);
    return entry.build();
  }

  private Map<String, String> fields(String body) {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser in = json.createParser(body)) {
      in.nextToken();
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        if (in.nextToken().isScalarValue()) {
          fields.put(name, in.getText());
        } else {
          in.skipChildren();
        }
      }
      return fields;
    } catch (IOException e) {
      throw new UncheckedIOException("An audit entry could not be read: " + body, e);
    }
  }
}
