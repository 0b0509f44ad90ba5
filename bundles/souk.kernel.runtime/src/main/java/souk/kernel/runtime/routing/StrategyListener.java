package souk.kernel.runtime.routing;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.AllServiceListener;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import souk.kernel.api.StrategyRef;
import souk.kernel.spi.StrategyProperties;

/**
 * Brings strategies into the role table when they are registered and, when they are unregistered,
 * keeps the framework waiting until their calls have ended.
 */
final class StrategyListener implements AllServiceListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StrategyListener.class);
  private static final String FILTER =
      "(&(" + StrategyProperties.ROLE + "=*)(" + StrategyProperties.STRATEGY + "=*))";

  /** Bundles of the distribution have locations with this prefix; their strategies run inline. */
  private static final String DISTRIBUTION = "feature:";

  private final BundleContext context;
  private final RoleTable roles;
  private final RouterOptions options;
  private final Drains drains;
  private final Map<ServiceReference<?>, Slot> slots = new ConcurrentHashMap<>();

  StrategyListener(BundleContext context, RoleTable roles, RouterOptions options, Drains drains) {
    this.drains = drains;
    this.context = context;
    this.roles = roles;
    this.options = options;
  }

  void open() {
    try {
      context.addServiceListener(this, FILTER);
      ServiceReference<?>[] present = context.getAllServiceReferences(null, FILTER);
      if (present != null) {
        for (ServiceReference<?> reference : present) {
          add(reference);
        }
      }
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException("The filter " + FILTER + " is malformed.", e);
    }
  }

  @Override
  public void serviceChanged(ServiceEvent event) {
    ServiceReference<?> reference = event.getServiceReference();
    switch (event.getType()) {
      case ServiceEvent.REGISTERED -> add(reference);
      case ServiceEvent.MODIFIED -> {
        Slot known = slots.get(reference);
        if (known == null || !known.info().equals(info(reference))) {
          remove(reference);
          add(reference);
        }
      }
      case ServiceEvent.UNREGISTERING, ServiceEvent.MODIFIED_ENDMATCH -> remove(reference);
      default -> LOG.debug("Service event of unknown type {}.", event.getType());
    }
  }

  @Override
  public void close() {
    context.removeServiceListener(this);
    slots.keySet().forEach(this::remove);
  }

  private void add(ServiceReference<?> reference) {
    if (reference.getBundle() == null) {
      return;
    }
    SlotInfo info = info(reference);
    Slot slot = new Slot(info, new ReferenceHandle(context, reference), options);
    if (slots.putIfAbsent(reference, slot) == null) {
      roles.role(info.ref().role()).add(slot);
      if (reference.getBundle() == null) {
        remove(reference);
      }
    }
  }

  private void remove(ServiceReference<?> reference) {
    Slot slot = slots.remove(reference);
    if (slot == null) {
      return;
    }
    roles.role(slot.ref().role()).remove(slot);
    int left = drains.drain(slot, options.leaseMillis(), true);
    if (left > 0) {
      LOG.warn(
          "Strategy {} leaves although {} of its calls have not ended after {} ms.",
          slot.ref(),
          left,
          options.leaseMillis());
    }
  }

  private static SlotInfo info(ServiceReference<?> reference) {
    Bundle bundle = reference.getBundle();
    String strategy = text(reference, StrategyProperties.STRATEGY, "");
    String version = text(reference, StrategyProperties.VERSION, bundle.getVersion().toString());
    return new SlotInfo(
        new StrategyRef(text(reference, StrategyProperties.ROLE, ""), strategy, version),
        text(reference, StrategyProperties.TITLE, strategy),
        bundle.getSymbolicName() + " " + bundle.getVersion(),
        Boolean.parseBoolean(text(reference, StrategyProperties.BUILTIN, "false")),
        bundle.getLocation().startsWith(DISTRIBUTION),
        reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0,
        reference.getProperty(Constants.SERVICE_ID) instanceof Long id ? id : 0L);
  }

  private static String text(ServiceReference<?> reference, String name, String otherwise) {
    return Objects.toString(reference.getProperty(name), otherwise);
  }
}
