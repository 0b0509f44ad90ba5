package souk.edge.rest.http;

import java.util.Optional;

/** The services of the platform as they are at this moment; each may be absent. */
@FunctionalInterface
public interface Rooms {
  /** Code of the problem that a service is not there. */
  String ABSENT = "room.absent";

  <T> Optional<T> find(Class<T> service);

  /**
   * @throws ProblemException 503 if the service is absent
   */
  default <T> T get(Class<T> service) {
    return find(service).orElseThrow(() -> absent(service));
  }

  /**
   * The service if it is there; empty if it has not been there for a while.
   *
   * @throws ProblemException 503 if it left a moment ago, as one does that is being replaced: an
   *     answer without it would differ from the one before and the one after
   */
  default <T> Optional<T> settled(Class<T> service) {
    return find(service);
  }

  /** What is said of a service that is not there. */
  static ProblemException absent(Class<?> service) {
    return ProblemException.of(
        503,
        ABSENT,
        Title.ROOM_ABSENT,
        "No bundle offers %s now.%nMaybe its feature is not installed, or it is starting."
            .formatted(service.getName()));
  }
}
