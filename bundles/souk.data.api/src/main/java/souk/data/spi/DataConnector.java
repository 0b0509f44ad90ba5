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
}
