package souk.it.harness;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Two tills that quote one cart after the other until they are closed. */
public final class Tills implements AutoCloseable {
  private static final long LIMIT_NANOS = 60_000_000_000L;

  private final AtomicBoolean open = new AtomicBoolean(true);
  private final AtomicLong quotes = new AtomicLong();
  private final List<String> failures = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  private Tills() {}

  public static Tills open(Platform platform, ObjectNode cart) throws IOException {
    Tills tills = new Tills();
    String key = platform.key("till");
    for (int till = 0; till < 2; till++) {
      Thread thread = new Thread(() -> tills.quote(platform, cart, key), "till-" + till);
      tills.threads.add(thread);
      thread.start();
    }
    return tills;
  }

  private void quote(Platform platform, ObjectNode cart, String key) {
    while (open.get()) {
      try {
        HttpResponse<String> answer = platform.send("POST", "/quotes", cart, key);
        if (answer.statusCode() == 200) {
          quotes.incrementAndGet();
        } else {
          fail(answer.statusCode() + " " + answer.body());
        }
      } catch (IOException e) {
        fail(e.toString());
      }
    }
  }

  private synchronized void fail(String what) {
    failures.add(what);
  }

  public synchronized List<String> failures() {
    return List.copyOf(failures);
  }

  public long quotes() {
    return quotes.get();
  }

  /** Waits until so many more carts were quoted. */
  public void quoteAtLeast(int more) throws InterruptedException {
    long wanted = quotes.get() + more;
    long end = System.nanoTime() + LIMIT_NANOS;
    while (quotes.get() < wanted && failures().isEmpty()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Only " + quotes.get() + " quotes of " + wanted);
      }
      Thread.sleep(5);
    }
  }

  @Override
  public void close() throws InterruptedException {
    open.set(false);
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
