package souk.kernel.features.files;

import java.util.List;
import java.util.Map;

/**
 * What a feature file says (OSGi compendium, chapter 159).
 *
 * @param id its id; the artifact is the feature's name
 * @param title for people
 * @param required if the platform cannot run or be administered without it
 * @param bundles in start order
 * @param configurations by full pid; values as typed in the file, variables not yet filled
 */
public record FeatureFile(
    ArtifactId id,
    String title,
    String description,
    boolean required,
    List<ArtifactId> bundles,
    Map<String, Map<String, Object>> configurations) {
  /** Category that marks a feature without which the platform cannot run. */
  public static final String REQUIRED = "required";

  public String name() {
    return id.artifact();
  }

  public String version() {
    return id.version();
  }
}
