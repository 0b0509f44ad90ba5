package souk.edge.rest;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;
import souk.edge.rest.http.Rooms;

/** Services found by trackers, so that the edge stays while rooms come and go. */
final class TrackedRooms implements Rooms, AutoCloseable {
  private final BundleContext bundles;
  private final Map<Class<?>, ServiceTracker<?, ?>> trackers = new ConcurrentHashMap<>();

  TrackedRooms(BundleContext bundles) {
    this.bundles = bundles;
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
  public void close() {
    trackers.values().forEach(ServiceTracker::close);
    trackers.clear();
  }

  private <T> ServiceTracker<T, T> open(Class<T> service) {
    ServiceTracker<T, T> tracker = new ServiceTracker<>(bundles, service, null);
    tracker.open();
    return tracker;
  }
}
