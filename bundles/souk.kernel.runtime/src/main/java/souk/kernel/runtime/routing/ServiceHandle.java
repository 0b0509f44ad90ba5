package souk.kernel.runtime.routing;

import org.jspecify.annotations.Nullable;

/** Gives and gives back a strategy's service object. */
interface ServiceHandle {
  /** The object, or null if its bundle no longer offers it. */
  @Nullable Object get();

  void unget();
}
