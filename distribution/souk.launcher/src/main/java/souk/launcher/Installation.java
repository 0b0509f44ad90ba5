package souk.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the features ask for, in their order.
 *
 * @param bundles each with the start level of the first feature that names it
 * @param configurations by full pid ({@code factory~name} for factories), later features win
 * @param topLevel start level at which everything runs
 */
record Installation(
    List<BundleEntry> bundles, Map<String, Map<String, Object>> configurations, int topLevel) {

  /** One jar: where the framework remembers it from, where it lies, when it starts. */
  record BundleEntry(String location, Path jar, int startLevel) {}
}
