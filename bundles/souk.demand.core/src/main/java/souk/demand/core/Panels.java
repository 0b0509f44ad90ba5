package souk.demand.core;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import souk.model.Panel;
import souk.model.Series;

/** Cuts panels and takes their fingerprint. */
final class Panels {
  private Panels() {}

  /** Some series of a panel, with their covariates. */
  static Panel of(Panel panel, List<Series> seriesList) {
    return copy(panel, seriesList).build();
  }

  /** A builder that holds the whole panel. */
  static Panel.Builder copy(Panel panel) {
    return copy(panel, panel.seriesList());
  }

  private static Panel.Builder copy(Panel panel, List<Series> seriesList) {
    Panel.Builder builder = Panel.builder(panel.grid());
    for (Series series : seriesList) {
      builder.add(series);
      for (String name : panel.covariateNames()) {
        panel.covariate(name, series.id()).ifPresent(c -> builder.covariate(name, c));
      }
    }
    return builder;
  }

  /** The same series without covariates: what will be paid in the future is not known. */
  static Panel withoutCovariates(Panel panel) {
    Panel.Builder builder = Panel.builder(panel.grid());
    panel.seriesList().forEach(builder::add);
    return builder.build();
  }

  /** Digest of ids, positions and values of all series. */
  static String fingerprint(Panel panel) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(panel.grid().toString().getBytes(StandardCharsets.UTF_8));
      for (Series series : panel.seriesList()) {
        update(digest, series);
        for (String name : panel.covariateNames()) {
          digest.update(name.getBytes(StandardCharsets.UTF_8));
          panel.covariate(name, series.id()).ifPresent(c -> update(digest, c));
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  /** Digest of each series' values and covariates. */
  static Map<String, String> fingerprints(Panel panel) {
    Map<String, String> digests = new LinkedHashMap<>();
    for (Series series : panel.seriesList()) {
      digests.put(series.id(), fingerprint(of(panel, List.of(series))).substring(0, 16));
    }
    return digests;
  }

  private static void update(MessageDigest digest, Series series) {
    ByteBuffer buffer = ByteBuffer.allocate(8 * (series.length() + 1));
    buffer.putLong(series.firstStep());
    for (int t = 0; t < series.length(); t++) {
      buffer.putDouble(series.value(t));
    }
    digest.update(series.id().getBytes(StandardCharsets.UTF_8));
    digest.update(buffer.array());
  }
}
