package souk.kernel.runtime.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import souk.kernel.api.StrategyRef;

/** One role: the strategies that are here and the one that was selected. */
final class Role {
  private final String name;
  private final List<Slot> slots = new ArrayList<>();
  private final LongAdder fallbacks = new LongAdder();
  private @Nullable StrategyRef selected;
  private @Nullable StrategyRef lastGood;
  private @Nullable RoleTrials trials;
  private final RecordedCalls recorded = new RecordedCalls();
  private boolean lostAny;
  private long lostNanos;
  private volatile RoleView view = new RoleView(null, new Slot[0], null);

  Role(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  RoleView view() {
    return view;
  }

  synchronized void add(Slot slot) {
    slots.add(slot);
    renew();
  }

  synchronized void remove(Slot slot) {
    if (slots.remove(slot)) {
      lostAny = true;
      lostNanos = System.nanoTime();
      renew();
    }
  }

  synchronized void select(@Nullable StrategyRef ref) {
    if (selected != null && !selected.equals(ref)) {
      lastGood = selected;
    }
    selected = ref;
    renew();
  }

  /** The strategy that serves when all is well: the selected one, else the first by ranking. */
  synchronized Optional<StrategyRef> primary() {
    return selected != null
        ? Optional.of(selected)
        : view.order().length == 0 ? Optional.empty() : Optional.of(view.order()[0].ref());
  }

  /** Takes over what was selected in an earlier run. */
  synchronized void restore(@Nullable StrategyRef ref, @Nullable StrategyRef before) {
    selected = ref;
    lastGood = before;
    renew();
  }

  synchronized void tryOut(@Nullable RoleTrials running) {
    trials = running;
    renew();
  }

  synchronized Optional<StrategyRef> selected() {
    return Optional.ofNullable(selected);
  }

  /** The selection before the present one. */
  synchronized Optional<StrategyRef> previous() {
    return Optional.ofNullable(lastGood);
  }

  RecordedCalls recorded() {
    return recorded;
  }

  void countFallback() {
    fallbacks.increment();
  }

  long fallbacks() {
    return fallbacks.sum();
  }

  /**
   * Waits until the view differs from the given one, if a strategy of this role left a moment ago:
   * it is probably being updated.
   *
   * @return true if the view differs
   */
  synchronized boolean awaitChange(RoleView seen, long absenceMillis) {
    while (view == seen) {
      if (!lostAny) {
        return false;
      }
      long sinceLost = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lostNanos);
      long left = absenceMillis - sinceLost;
      if (left <= 0) {
        return false;
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  private void renew() {
    view = RoleView.of(slots, selected, lastGood, trials);
    notifyAll();
  }
}
