package souk.data.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import souk.data.spi.StatePart;

/** Several parts of the state folder that stand still together. */
final class StillParts implements StatePart.Still {
  private final Deque<StatePart.Still> held = new ArrayDeque<>();

  private StillParts() {}

  static StatePart.Still of(List<StatePart> parts) {
    StillParts all = new StillParts();
    try {
      for (StatePart part : parts) {
        all.held.push(part.hold());
      }
      return all;
    } catch (RuntimeException e) {
      all.close();
      throw e;
    }
  }

  @Override
  public void close() {
    while (!held.isEmpty()) {
      held.pop().close();
    }
  }
}
