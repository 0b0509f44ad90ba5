package souk.edge.rest.http;

import java.util.Optional;

/** The services of the platform as they are at this moment; each may be absent. */
@FunctionalInterface
public interface Rooms {
  <T> Optional<T> find(Class<T> service);

  /**
   * @throws ProblemException 503 if the service is absent
   */
  default <T> T get(Class<T> service) {
    return find(service)
        .orElseThrow(
            () ->
                ProblemException.of(
                    503,
                    "room.absent",
                    Title.ROOM_ABSENT,
                    "No bundle offers %s now.%nMaybe its feature is not installed, or it is starting."
                        .formatted(service.getName())));
  }
}
