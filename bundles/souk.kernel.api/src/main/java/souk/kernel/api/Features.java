package souk.kernel.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Installs, updates and removes features while the platform runs. A feature is what belongs
 * together: one room's bundles with their configurations.
 *
 * <p>Every change is first computed as a {@link FeaturePlan}; a plan with refusals is never carried
 * out, and until then nothing is touched. A change is in force when its plan is returned: a process
 * that is killed before starts again with the state before, one that is killed after with the state
 * after. Safe for use by many threads; changes run one after the other.
 */
@ProviderType
public interface Features {
  /** Installed features in start order, then what could be installed, by name. */
  List<FeatureStatus> list();

  /** What a change would do. Touches nothing. */
  FeaturePlan plan(FeatureChange change);

  /**
   * Carries out a change, or nothing of it.
   *
   * @param reason shown in the audit
   * @return what was done
   * @throws FeatureException if the plan has refusals or a step failed; the state is as before then
   */
  FeaturePlan apply(FeatureChange change, Actor actor, String reason, Progress progress);

  /**
   * Checks an archive with a feature and its bundles and keeps it, so that it can be installed by
   * its id. Nothing of it is loaded.
   *
   * @param archive a ZIP file; read up to the configured limit, not closed
   * @return the id of its feature
   * @throws FeatureException if it is refused, or uploads are switched off
   */
  String upload(InputStream archive, Actor actor) throws IOException;
}
