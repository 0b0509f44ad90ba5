package souk.kernel.features;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What an admin sets in {@code conf/souk.properties}.
 *
 * @param upload whether archives are taken over HTTP
 * @param trusted fingerprints of certificates that may sign archives; empty text asks for none
 */
record Settings(boolean upload, String trusted) {
  static final String UPLOAD = "souk.features.upload";
  static final String TRUSTED = "souk.features.trusted";

  static Settings of(UnaryOperator<String> property) {
    return new Settings(
        Boolean.parseBoolean(property.apply(UPLOAD)),
        Optional.ofNullable(property.apply(TRUSTED)).orElse(""));
  }
}
