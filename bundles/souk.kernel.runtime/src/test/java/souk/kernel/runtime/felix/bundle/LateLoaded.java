package souk.kernel.runtime.felix.bundle;

/** Loaded at the end of the first slow call, when the bundle may already be stopping. */
final class LateLoaded {
  private LateLoaded() {}

  static double twice(double input) {
    return 2 * input;
  }
}
