package souk.evidence.spi;

import java.util.Locale;

/**
 * What a renderer gets: all facts as one JSON object, so that renderers need no service.
 *
 * @param factsJson JSON object; its form is documented in {@code docs/report-facts.md}
 * @param locale language of the texts
 */
public record ReportModel(String factsJson, Locale locale) {}
