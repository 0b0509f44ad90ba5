package souk.edge.rest;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import souk.edge.rest.http.Rooms;

/** Services found by trackers, so that the edge stays while rooms come and go. */
final class TrackedRooms implements Rooms, AutoCloseable {
  /** Shorter than the patience of the interface, so that what stays away is done without. */
  private static final long MOMENT_NANOS = 2_500_000_000L;

  private final BundleContext bundles;
  private final ServiceListener departures;
  private final Map<Class<?>, ServiceTracker<?, ?>> trackers = new ConcurrentHashMap<>();
  private final Map<Class<?>, Long> leftNanos = new ConcurrentHashMap<>();

  /**
   * @param left is told when a service of a room leaves, also of those that the edge never asks
   */
  TrackedRooms(BundleContext bundles, Runnable left) {
    this.bundles = bundles;
    this.departures =
        event -> {
          if (event.getType() == ServiceEvent.UNREGISTERING) {
            left.run();
          }
        };
    try {
      bundles.addServiceListener(departures, "(objectClass=souk.*)");
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException("The filter is constant.", e);
    }
  }

  @Override
  public <T> Optional<T> find(Class<T> service) {
    ServiceTracker<?, ?> tracker = trackers.get(service);
    if (tracker == null) {
      tracker = trackers.computeIfAbsent(service, this::open);
    }
    return Optional.ofNullable(service.cast(tracker.getService()));
  }

  @Override
  public <T> Optional<T> settled(Class<T> service) {
    Optional<T> present = find(service);
    Long left = leftNanos.get(service);
    if (present.isEmpty() && left != null && System.nanoTime() - left < MOMENT_NANOS) {
      throw Rooms.absent(service);
    }
    return present;
  }

  @Override
  public void close() {
    bundles.removeServiceListener(departures);
    trackers.values().forEach(ServiceTracker::close);
    trackers.clear();
  }

  private <T> ServiceTracker<T, T> open(Class<T> service) {
    ServiceTracker<T, T> tracker =
        new ServiceTracker<>(bundles, service, null) {
          @Override
          public void removedService(ServiceReference<T> reference, T object) {
            leftNanos.put(service, System.nanoTime());
            super.removedService(reference, object);
          }
        };
    tracker.open();
    return tracker;
  }
}
