package souk.kernel.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** A feature at one moment. */
@ProviderType
public interface FeatureStatus {
  /** Where a feature stands. */
  enum State {
    /** All its bundles run. */
    ACTIVE,
    /** Some of its bundles do not run. */
    INCOMPLETE,
    /** Known, but not installed. */
    AVAILABLE
  }

  /** Name without version, for example {@code souk.feature.learn}. */
  String name();

  /** Version of what is installed, or of what could be. */
  String version();

  /** Group, name and version in one text. */
  String id();

  /** For people. */
  String title();

  String description();

  State state();

  /** True if the platform cannot run, or cannot be administered, without it. */
  boolean required();

  /** {@code distribution} or {@code archive}. */
  String origin();

  /** Symbolic names and versions, in start order. */
  List<String> bundles();

  /** Id of a newer version that could be installed. */
  Optional<String> update();
}
