package souk.it.bench.refresh;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import souk.it.harness.Platform;

/** One after the other, jobs that the providers carry out. */
public final class Workers implements AutoCloseable {
  private static final long PAUSE_MILLIS = 500;

  private final Platform platform;
  private final List<Calls.Work> work;
  private final Map<String, Long> failures = new TreeMap<>();
  private final Thread thread;
  private volatile boolean ended;
  private long jobs;

  public Workers(Platform platform, List<Calls.Work> work) {
    this.platform = platform;
    this.work = List.copyOf(work);
    this.thread = new Thread(this::run, "worker");
    thread.start();
  }

  private void run() {
    for (int i = 0; !ended; i = (i + 1) % work.size()) {
      Calls.Work one = work.get(i);
      String fault = "";
      try {
        JsonNode job = platform.finished(one.path(), one.body());
        if (!"DONE".equals(job.path("state").asText())) {
          fault = job.path("state").asText() + " " + job.path("problem") + job.path("error");
        }
      } catch (Exception refused) {
        fault = String.valueOf(refused.getMessage());
      }
      count(one.path(), fault);
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private synchronized void count(String path, String fault) {
    jobs++;
    if (!fault.isEmpty()) {
      failures.merge(path + ": " + fault, 1L, Long::sum);
    }
  }

  public synchronized long jobs() {
    return jobs;
  }

  /** How often each kind of failure came. */
  public synchronized Map<String, Long> failures() {
    return new TreeMap<>(failures);
  }

  @Override
  public void close() throws InterruptedException {
    ended = true;
    thread.join();
  }
}
