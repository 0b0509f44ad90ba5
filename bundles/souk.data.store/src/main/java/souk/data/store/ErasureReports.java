package souk.data.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import souk.data.api.Document;
import souk.data.api.Documents;
import souk.data.api.ErasedPart;
import souk.data.api.ErasureReport;

/** Reports of erasures as documents; they name nobody. */
final class ErasureReports {
  private static final String KIND = "erasure";
  private final Documents documents;
  private final JsonMapper mapper = MappingJson.mapper();

  ErasureReports(Documents documents) {
    this.documents = documents;
  }

  void keep(ErasureReport report) {
    ObjectNode node = mapper.createObjectNode();
    node.put("subject", report.subject());
    node.put("at", report.at().toString());
    ArrayNode parts = node.putArray("parts");
    for (ErasedPart part : report.parts()) {
      parts
          .addObject()
          .put("keeper", part.keeper())
          .put("place", part.place())
          .put("entries", part.entries())
          .put("treatment", part.treatment().name());
    }
    node.put("bytesBefore", report.bytesBefore());
    node.put("bytesAfter", report.bytesAfter());
    node.put("millis", report.millis());
    report.backups().forEach(node.putArray("backups")::add);
    try {
      documents.put(new Documents.Put(KIND, report.id(), -1, mapper.writeValueAsString(node)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The report of an erasure cannot be written.", e);
    }
  }

  /** Latest first. */
  List<ErasureReport> list(int limit) {
    return documents.list(KIND, limit).stream().map(this::read).toList();
  }

  private ErasureReport read(Document document) {
    try {
      JsonNode node = mapper.readTree(document.bodyJson());
      List<ErasedPart> parts = new ArrayList<>();
      for (JsonNode part : node.path("parts")) {
        parts.add(
            new ErasedPart(
                part.path("keeper").asText(),
                part.path("place").asText(),
                part.path("entries").asLong(),
                ErasedPart.Treatment.valueOf(part.path("treatment").asText())));
      }
      List<String> backups = new ArrayList<>();
      node.path("backups").forEach(backup -> backups.add(backup.asText()));
      return new ErasureReport(
          document.id(),
          node.path("subject").asText(),
          Instant.parse(node.path("at").asText()),
          parts,
          node.path("bytesBefore").asLong(),
          node.path("bytesAfter").asLong(),
          node.path("millis").asLong(),
          backups);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "The report of erasure %s is no JSON: %s".formatted(document.id(), e.getMessage()), e);
    }
  }
}
