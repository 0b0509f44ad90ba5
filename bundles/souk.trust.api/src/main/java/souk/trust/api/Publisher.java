package souk.trust.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import souk.kernel.api.Actor;

/**
 * Puts approved plans into force: atomic, durable, with undo. At start the last publication is put
 * back into force. Safe for use by many threads.
 */
@ProviderType
public interface Publisher {
  /**
   * Publishes the present list prices without any plan, so that carts can be quoted; does nothing
   * if something is in force already.
   *
   * @throws TrustException if nothing is loaded
   */
  Publication publishBaseline(Actor actor);

  /**
   * Publishes an approved plan on top of what is in force.
   *
   * @throws TrustException if it is not approved or the guards block it; nothing changed then
   */
  Publication publish(PublishRequest request, Actor actor, String reason);

  /**
   * Puts back what was in force before a publication.
   *
   * @throws TrustException if it is not the latest one in force
   */
  Publication undo(String publicationId, Actor actor, String reason);

  Optional<Publication> current();

  /** Newest first. */
  List<Publication> history(int limit);
}
