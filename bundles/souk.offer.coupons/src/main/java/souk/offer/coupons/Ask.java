package souk.offer.coupons;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import souk.offer.coupons.store.LogException;

/** A request that is decided by a piece of code. */
final class Ask<R> extends Ticket<R> {
  private final Work<R> work;

  Ask(Work<R> work) {
    this.work = work;
  }

  /** Decides within a group. */
  @FunctionalInterface
  interface Work<R> {
    R in(Group group) throws LogException;
  }

  @Override
  R decide(@Nullable Group group) throws LogException {
    return work.in(Objects.requireNonNull(group, "group"));
  }
}
