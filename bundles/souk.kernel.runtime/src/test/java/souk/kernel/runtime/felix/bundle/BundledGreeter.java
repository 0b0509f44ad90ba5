package souk.kernel.runtime.felix.bundle;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import souk.kernel.runtime.felix.spi.Greeter;

/** Behaves well or badly, as told. */
final class BundledGreeter implements Greeter {
  private static final Object LOCK = new Object();
  private final BundleContext context;
  private final String behaviour;
  private final String version;

  BundledGreeter(BundleContext context, String behaviour, String version) {
    this.context = context;
    this.behaviour = behaviour;
    this.version = version;
  }

  @Override
  public double greet(double input) {
    switch (behaviour) {
      case "twice" -> {
        return 2 * input;
      }
      case "slow" -> {
        pause(20);
        return LateLoaded.twice(input);
      }
      case "throws" -> throw new IllegalStateException("planted");
      case "loops" -> {
        while (started()) {
          Thread.onSpinWait();
        }
        return 0;
      }
      case "recurses" -> {
        return 1 + greet(input + 1);
      }
      case "nan" -> {
        return Double.NaN;
      }
      case "blocks" -> {
        synchronized (LOCK) {
          while (started()) {
            waitDeafly();
          }
        }
        return 0;
      }
      case "stops-itself" -> {
        try {
          context.getBundle().stop();
        } catch (BundleException e) {
          throw new IllegalStateException(e);
        }
        return 2 * input;
      }
      default -> throw new IllegalArgumentException(behaviour);
    }
  }

  @Override
  public String version() {
    return version;
  }

  /** Only the end of the bundle ends a bad call, so that tests leave no thread behind. */
  private boolean started() {
    return context.getBundle().getState() == Bundle.ACTIVE;
  }

  private static void waitDeafly() {
    try {
      LOCK.wait(20);
    } catch (InterruptedException e) {
      Thread.onSpinWait();
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }
}
