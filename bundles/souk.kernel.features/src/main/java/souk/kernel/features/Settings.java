package souk.kernel.features;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What an admin sets in {@code conf/souk.properties}.
 *
 * @param upload whether archives are taken over HTTP
 * @param trusted fingerprints of certificates that may sign archives; empty text asks for none
 * @param startMillis longest start of a bundle
 */
record Settings(boolean upload, String trusted, long startMillis) {
  static final String UPLOAD = "souk.features.upload";
  private static final String TRUSTED = "souk.features.trusted";
  private static final String START = "souk.features.startMillis";
  private static final long USUAL_START_MILLIS = 30_000;

  static Settings of(UnaryOperator<String> property) {
    return new Settings(
        Boolean.parseBoolean(property.apply(UPLOAD)),
        Optional.ofNullable(property.apply(TRUSTED)).orElse(""),
        Optional.ofNullable(property.apply(START)).map(Long::valueOf).orElse(USUAL_START_MILLIS));
  }
}
