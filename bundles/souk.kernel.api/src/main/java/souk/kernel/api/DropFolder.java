package souk.kernel.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The bundles that an admin dropped into the folder. Safe for use by many threads. */
@ProviderType
public interface DropFolder {
  /** In order of their files' names. */
  List<DroppedBundle> bundles();
}
