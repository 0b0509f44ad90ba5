package souk.evidence.api;

import java.util.Locale;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import souk.kernel.api.Progress;

/** Makes reports from everything that is known. Safe for use by many threads. */
@ProviderType
public interface Reports {
  /** Renders a report in a language (English or Chinese) and keeps it. */
  Report render(Locale locale, Progress progress);

  Optional<Report> latest();
}
