package souk.data.api;

import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import souk.kernel.api.Actor;
import souk.kernel.api.Progress;

/**
 * Copies the whole state of the platform into one archive while it serves. What an archive holds is
 * one moment: everything acknowledged before it, nothing that began after it. Keys and passwords
 * are left out. Safe for use by many threads; backups run one after the other.
 */
@ProviderType
public interface Backups {
  /**
   * Writes an archive under a temporary name and renames it when it is whole.
   *
   * @param file absolute path ending in {@code .zip} that does not exist yet; if empty, a name made
   *     of the time in the folder {@code backups} of the state folder
   * @param actor who asked, for the audit
   * @throws IllegalArgumentException if the path cannot be used; nothing was written then
   * @throws StoreException if the archive could not be written; nothing is left behind then
   */
  BackupReport backup(Optional<Path> file, Actor actor, Progress progress);
}
