package souk.learn.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps learned models by name and version, each with a checksum that is looked at on every read.
 * What was kept survives a crash. Safe for use by many threads.
 */
@ProviderType
public interface ModelRegistry {
  /**
   * Keeps a model as the newest version of a name; returns when it is durable.
   *
   * @param name 1 to 100 of a-z, 0-9, dot and hyphen
   */
  ModelVersion keep(String name, LearnedModel model);

  /** The newest version. */
  Optional<LearnedModel> newest(String name);

  /**
   * One version.
   *
   * @throws IllegalStateException if what is kept is damaged; says which file
   */
  Optional<LearnedModel> version(String name, int version);

  /** Numbers of the kept versions of a name, oldest first; looks at no file. */
  List<Integer> versions(String name);

  /** All versions of all names, by name and version. */
  List<ModelVersion> list();

  /**
   * The version that serves: the one promoted last; the newest if none was promoted. The others are
   * challengers.
   */
  Optional<Integer> champion(String name);

  /**
   * Makes a version the champion; returns when that is durable.
   *
   * @throws IllegalArgumentException if there is no such version
   * @throws IllegalStateException if it is damaged; nothing changes then
   */
  Promotion promote(String name, int version, String by, String reason);

  /**
   * Makes the champion before the present one the champion again; rolling back twice leads further
   * back.
   *
   * @throws IllegalStateException if there was none, or it is damaged; nothing changes then
   */
  Promotion rollBack(String name, String by, String reason);

  /** All promotions of a name, newest first. */
  List<Promotion> promotions(String name);

  /**
   * Drops all but the newest versions of a name, but never the champion nor the one before it;
   * returns how many were dropped.
   */
  int drop(String name, int keepNewest);
}
