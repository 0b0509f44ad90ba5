package souk.evidence.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import souk.data.api.Document;
import souk.data.api.Documents;

/** Keeps the facts of the latest report as a document; earlier ones are its revisions. */
final class KeptReport {
  static final String KIND = "report";
  static final String ID = "latest";

  /** What is kept of a report. */
  record Kept(String id, Instant createdAt, String facts, Locale locale) {}

  private final Documents documents;
  private final ObjectMapper mapper;

  KeptReport(Documents documents, ObjectMapper mapper) {
    this.documents = documents;
    this.mapper = mapper;
  }

  void keep(String id, Instant createdAt, String facts, Locale locale) {
    try {
      ObjectNode body = mapper.createObjectNode();
      body.put("id", id);
      body.put("createdAt", createdAt.toString());
      body.put("locale", locale.toLanguageTag());
      body.set("facts", mapper.readTree(facts));
      documents.put(new Documents.Put(KIND, ID, -1, mapper.writeValueAsString(body)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Report " + id + " cannot be kept.", e);
    }
  }

  Optional<Kept> find() {
    return documents.find(KIND, ID).map(this::read);
  }

  private Kept read(Document document) {
    try {
      JsonNode body = mapper.readTree(document.bodyJson());
      return new Kept(
          body.path("id").asText(),
          Instant.parse(body.path("createdAt").asText()),
          mapper.writeValueAsString(body.path("facts")),
          Locale.forLanguageTag(body.path("locale").asText()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "Document %s/%s of revision %d is no report.%nMaybe make a new one."
              .formatted(document.kind(), document.id(), document.revision()),
          e);
    }
  }
}
