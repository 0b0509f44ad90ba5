package souk.evidence.spi;

import org.osgi.annotation.versioning.ConsumerType;

/** Turns the facts of a report into a document. Must be deterministic and safe for many threads. */
@ConsumerType
public interface ReportRenderer {
  /** For example {@code text/html; charset=utf-8}. */
  String mediaType();

  byte[] render(ReportModel model);
}
