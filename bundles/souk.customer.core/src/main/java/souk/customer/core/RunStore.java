package souk.customer.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import souk.customer.api.SegmentationRun;
import souk.data.api.Document;
import souk.data.api.Documents;
import souk.model.CustomerKey;

/** Keeps segmentation runs as revisions of one document; older runs stay readable. */
final class RunStore {
  static final String KIND = "segmentation-run";
  static final String ID = "current";
  private static final Logger LOG = LoggerFactory.getLogger(RunStore.class);

  private final Documents documents;

  /** Own cache of types, so that the shared one of the library does not hold this bundle. */
  private final ObjectMapper mapper =
      JsonMapper.builder()
          .typeFactory(TypeFactory.defaultInstance().withCache(new LRUMap<>(16, 64)))
          .build();

  RunStore(Documents documents) {
    this.documents = documents;
  }

  void keep(SegmentationRun run) {
    try {
      String body = mapper.writeValueAsString(RunJson.write(mapper.createObjectNode(), run));
      documents.put(new Documents.Put(KIND, ID, -1, body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Run %s cannot be written.".formatted(run.id()), e);
    }
  }

  /**
   * Takes a customer out of all runs; what is said of segments as a whole stays.
   *
   * @return from how many
   */
  long forget(CustomerKey customer) {
    return documents.amend(KIND, body -> without(body, customer.value()));
  }

  private String without(String body, String customer) {
    try {
      JsonNode run = mapper.readTree(body);
      if (!(run.path("memberships") instanceof ObjectNode memberships)
          || memberships.remove(customer) == null) {
        return body;
      }
      return mapper.writeValueAsString(run);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A kept segmentation run is no JSON.", e);
    }
  }

  /** The latest run; empty if there is none, or with a log entry if it cannot be read. */
  Optional<SegmentationRun> latest() {
    return documents.find(KIND, ID).flatMap(this::read);
  }

  private Optional<SegmentationRun> read(Document document) {
    try {
      return Optional.of(RunJson.read(mapper.readTree(document.bodyJson())));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      LOG.error(
          "Document {}/{} of revision {} is no segmentation run: customers have no segment until"
              + " the next run.\nMaybe run the segmentation again.",
          document.kind(),
          document.id(),
          document.revision(),
          e);
      return Optional.empty();
    }
  }
}
