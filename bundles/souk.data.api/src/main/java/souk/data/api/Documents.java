package souk.data.api;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps documents in the journal: durable when a call returns. Older revisions stay readable. Safe
 * for use by many threads.
 */
@ProviderType
public interface Documents {
  /**
   * What one call of {@link #putAll} writes.
   *
   * @param kind kind of the document
   * @param id id of the document
   * @param expectedRevision revision the writer has seen; 0 if the document must not exist yet; −1
   *     if it does not matter
   * @param bodyJson JSON object
   */
  record Put(String kind, String id, long expectedRevision, String bodyJson) {}

  /**
   * Writes one document.
   *
   * @throws ConflictException if the document has another revision
   */
  Document put(Put put);

  /**
   * Writes several documents in one transaction: all or none.
   *
   * @throws ConflictException if one of them has another revision; nothing was written then
   */
  List<Document> putAll(List<Put> puts);

  /** The latest revision. */
  Optional<Document> find(String kind, String id);

  /** The latest revision of each document of a kind, latest change first. */
  List<Document> list(String kind, int limit);

  /** All revisions of one document, newest first. */
  List<Document> history(String kind, String id);

  /**
   * Changes the bodies of all revisions of a kind where they lie: for the erasure of customers
   * alone, since history is else not rewritten. All are changed, or none.
   *
   * @param change gives a JSON object, equal to the one it got if there is nothing to change
   * @return how many revisions were changed
   */
  default long amend(String kind, UnaryOperator<String> change) {
    throw new UnsupportedOperationException("These documents cannot be amended.");
  }

  /** Somebody else changed a document first. Unchecked. */
  final class ConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConflictException(String message) {
      super(message);
    }
  }
}
