package souk.data.spi;

import java.io.IOException;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import souk.model.Refusal;

/**
 * Reads records from one kind of source. Knows nothing of domain tables: the mapping is applied by
 * the store. Found by the service property {@code souk.strategy} (its id) under the role {@code
 * DataConnector}. Must be safe for use by many threads.
 */
@ConsumerType
public interface DataConnector {
  /**
   * Looks at the source without reading it through: is it there, is it readable, are options known.
   */
  Optional<Refusal> refuses(SourceSpec source);

  /** Digest of the content, so that the same source is recognised. */
  String fingerprint(SourceSpec source) throws IOException;

  /**
   * Hands every record to the sink.
   *
   * @throws IOException if the source cannot be read to its end
   * @throws souk.data.api.LoadException if the content as a whole is wrong (charset, header,
   *     unpacking)
   */
  void read(SourceSpec source, RecordSink sink) throws IOException;

  /**
   * Tells that this source is read by {@link #readSince} instead of {@link #read}: because it
   * grows, or because it changes too often to be read twice with the same result. Empty unless
   * overridden.
   *
   * @since 1.1
   */
  default Optional<Increments> increments(SourceSpec source) {
    return Optional.empty();
  }

  /**
   * Hands over at least what is new or changed since an earlier reading; what comes again does no
   * harm. The store keeps the returned position in the same transaction as the records, so a
   * reading that failed anywhere is simply done again from the earlier position.
   *
   * @param position what the last successful reading of this stream returned; empty at first
   * @return where the next reading begins, at most 4,000 characters; empty to read everything again
   * @throws IOException if the source cannot be read to its end
   * @throws souk.data.api.LoadException if the content as a whole is wrong
   * @since 1.1
   */
  default Optional<String> readSince(SourceSpec source, Optional<String> position, RecordSink sink)
      throws IOException {
    throw new UnsupportedOperationException(
        "The connector says that it reads in increments, but does not.");
  }
}
