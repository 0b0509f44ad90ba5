package souk.testkit;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What several tests of one instance look at and is computed when the first of them asks. */
final class Once<T> {
  private final Supplier<T> made;
  private @Nullable T value;

  Once(Supplier<T> made) {
    this.made = made;
  }

  T get() {
    T known = value;
    if (known == null) {
      known = made.get();
      value = known;
    }
    return known;
  }
}
