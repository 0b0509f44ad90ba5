package souk.kernel.runtime.routing;

import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gets a strategy from the service registry. */
final class ReferenceHandle implements ServiceHandle {
  private static final Logger LOG = LoggerFactory.getLogger(ReferenceHandle.class);

  private final BundleContext context;
  private final ServiceReference<?> reference;

  ReferenceHandle(BundleContext context, ServiceReference<?> reference) {
    this.context = context;
    this.reference = reference;
  }

  @Override
  public @Nullable Object get() {
    try {
      return context.getService(reference);
    } catch (IllegalStateException e) {
      LOG.debug("The router's bundle context is no longer valid.", e);
      return null;
    }
  }

  @Override
  public void unget() {
    try {
      context.ungetService(reference);
    } catch (IllegalStateException e) {
      LOG.debug("The router's bundle context is no longer valid.", e);
    }
  }
}
