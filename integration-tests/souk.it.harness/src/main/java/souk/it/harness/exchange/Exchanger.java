package souk.it.harness.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * Runs inside the platform: exchanges the bundle that a file names and writes beside it how it
 * ended.
 */
public final class Exchanger implements BundleActivator {
  /** The name of a bundle, below the state folder. */
  static final String ASKED = "tmp/exchange.asked";

  /** Milliseconds that it took, or what went wrong. */
  static final String DONE = "tmp/exchange.done";

  private static final long POLL_MILLIS = 10;

  private volatile boolean ended;

  @Override
  public void start(BundleContext context) {
    Thread worker = new Thread(() -> work(context), "exchanger");
    worker.setDaemon(true);
    worker.start();
  }

  private void work(BundleContext context) {
    Path data = Path.of(context.getProperty("souk.data"));
    Path asked = data.resolve(ASKED);
    try {
      while (!ended) {
        if (Files.exists(asked)) {
          String name = Files.readString(asked);
          Files.delete(asked);
          Path part = Files.writeString(data.resolve(DONE + ".part"), exchange(context, name));
          Files.move(part, data.resolve(DONE), StandardCopyOption.ATOMIC_MOVE);
        }
        Thread.sleep(POLL_MILLIS);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String exchange(BundleContext context, String name) throws InterruptedException {
    long began = System.nanoTime();
    try {
      Exchange.of(context, name);
      return Long.toString((System.nanoTime() - began) / 1_000_000);
    } catch (Exception failed) {
      return failed.toString();
    }
  }

  @Override
  public void stop(BundleContext context) {
    ended = true;
  }
}
