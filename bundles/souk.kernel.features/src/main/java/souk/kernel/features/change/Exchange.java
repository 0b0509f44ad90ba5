package souk.kernel.features.change;

import org.osgi.framework.Bundle;

/** An installed bundle and the one that takes its place. */
record Exchange(Bundle old, Coming next) {
  String words() {
    return "%s %s -> %s".formatted(old.getSymbolicName(), old.getVersion(), next.part().version());
  }

  String oldLabel() {
    return old.getSymbolicName() + " " + old.getVersion();
  }
}
