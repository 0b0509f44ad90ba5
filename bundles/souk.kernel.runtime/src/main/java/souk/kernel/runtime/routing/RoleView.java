package souk.kernel.runtime.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import souk.kernel.api.StrategyRef;

/**
 * What callers of a role see at one moment. Immutable, so that selection and order always belong
 * together.
 *
 * @param selected the chosen strategy, or null if none was chosen; it need not be here
 * @param order the selected one if it is here, then the last good one, the built-in one, the others
 *     by ranking; without a selection by ranking alone. Never changed after construction.
 * @param trials running trials, or null
 */
record RoleView(@Nullable StrategyRef selected, Slot[] order, @Nullable RoleTrials trials) {
  private static final Comparator<Slot> RANKING =
      Comparator.comparingInt((Slot s) -> -s.info().ranking())
          .thenComparing(s -> !s.info().builtIn())
          .thenComparingLong(s -> s.info().serviceId());

  static RoleView of(
      List<Slot> slots,
      @Nullable StrategyRef selected,
      @Nullable StrategyRef lastGood,
      @Nullable RoleTrials trials) {
    List<Slot> rest = new ArrayList<>(slots);
    rest.sort(RANKING);
    List<Slot> order = new ArrayList<>(rest.size());
    if (selected != null) {
      move(rest, order, selected);
      if (lastGood != null) {
        move(rest, order, lastGood);
      }
    } else if (!rest.isEmpty()) {
      order.add(rest.remove(0));
    }
    rest.stream().filter(s -> s.info().builtIn()).forEach(order::add);
    rest.stream().filter(s -> !s.info().builtIn()).forEach(order::add);
    return new RoleView(selected, order.toArray(new Slot[0]), trials);
  }

  Optional<Slot> find(StrategyRef ref) {
    for (Slot slot : order) {
      if (slot.ref().equals(ref)) {
        return Optional.of(slot);
      }
    }
    return Optional.empty();
  }

  private static void move(List<Slot> from, List<Slot> to, StrategyRef ref) {
    for (int i = 0; i < from.size(); i++) {
      if (from.get(i).ref().equals(ref)) {
        to.add(from.remove(i));
        i--;
      }
    }
  }
}
