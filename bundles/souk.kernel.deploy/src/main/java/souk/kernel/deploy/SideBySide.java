package souk.kernel.deploy;

import java.util.Collection;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.hooks.bundle.CollisionHook;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Lets a rebuilt bundle of the drop folder stand beside the one it replaces although both carry the
 * same name and version, until the new one runs.
 */
@Component
public final class SideBySide implements CollisionHook {
  private final Bundle own;

  @Activate
  public SideBySide(BundleContext context) {
    this.own = context.getBundle();
  }

  @Override
  public void filterCollisions(int operation, Bundle target, Collection<Bundle> candidates) {
    if (operation == INSTALLING && target.equals(own)) {
      candidates.removeIf(bundle -> bundle.getLocation().startsWith(Locations.PREFIX));
    }
  }
}
