package souk.kernel.deploy;

import java.time.Instant;
import org.osgi.framework.Bundle;
import souk.kernel.api.DroppedBundle;
import souk.kernel.api.DroppedBundle.State;

/**
 * The newest content of a file and what became of it.
 *
 * @param bundle made of it
 * @param state what became of it
 * @param reason why it does not run
 * @param kept version of the older bundle that goes on running, or empty
 * @param since when
 */
record Dropped(Bundle bundle, State state, String reason, String kept, Instant since) {
  DroppedBundle view(String file) {
    String name = bundle.getSymbolicName();
    return new DroppedBundle(
        file, name == null ? "" : name, bundle.getVersion().toString(), state, reason, kept, since);
  }
}
