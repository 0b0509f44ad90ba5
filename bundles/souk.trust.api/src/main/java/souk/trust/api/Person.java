package souk.trust.api;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import souk.kernel.api.Actor;

/**
 * Somebody who works at the {@link OfferDesk}, known by an edge. Two people are the same if their
 * actors have the same name, whatever channel they come through. Immutable.
 */
public final class Person {
  private final Actor actor;
  private final boolean admin;

  private Person(Actor actor, boolean admin) {
    this.actor = actor;
    this.admin = admin;
  }

  public static Person merchandiser(Actor actor) {
    return new Person(actor, false);
  }

  public static Person admin(Actor actor) {
    return new Person(actor, true);
  }

  public Actor actor() {
    return actor;
  }

  public String name() {
    return actor.name();
  }

  /** True if an edge let this person in as an admin. */
  public boolean admin() {
    return admin;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Person that && actor.equals(that.actor) && admin == that.admin;
  }

  @Override
  public int hashCode() {
    return Objects.hash(actor, admin);
  }

  @Override
  public String toString() {
    return (admin ? "admin " : "merchandiser ") + actor.name();
  }
}
