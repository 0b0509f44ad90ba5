package souk.it.bench.refresh;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import souk.it.harness.Line;
import souk.it.harness.Platform;

/** Threads that ask the same questions again and again over lines of their own. */
public final class Callers implements AutoCloseable {
  private static final long THINK_MILLIS = 2;
  private static final Pattern PROBLEM = Pattern.compile("urn:souk:problem:([a-z.-]+)");

  private final Platform platform;
  private final List<Calls.Call> calls;
  private final Map<String, String> keyByRole = new TreeMap<>();
  private final String[] expected;
  private final List<Thread> threads = new ArrayList<>();
  private final Map<String, Long> failures = new TreeMap<>();
  private volatile boolean ended;
  private long asked;
  private long failed;
  private double worstMillis;

  private Callers(Platform platform, List<Calls.Call> calls) throws IOException {
    this.platform = platform;
    this.calls = List.copyOf(calls);
    this.expected = new String[calls.size()];
    for (Calls.Call call : calls) {
      keyByRole.put(call.role(), platform.key(call.role()));
    }
  }

  /** Asks everything once, for what must be answered, and then begins. */
  public static Callers begin(Platform platform, List<Calls.Call> calls, int threads)
      throws IOException {
    Callers callers = new Callers(platform, calls);
    try (Line line = new Line(platform.url())) {
      for (int i = 0; i < calls.size(); i++) {
        Line.Answer answer = callers.ask(line, calls.get(i));
        if (answer.status() != 200) {
          throw new IllegalStateException(calls.get(i).name() + " " + answer.text());
        }
        callers.expected[i] = essence(calls.get(i), answer);
      }
    }
    for (int t = 0; t < threads; t++) {
      int from = t * calls.size() / threads;
      Thread thread = new Thread(() -> callers.work(from), "caller-" + t);
      callers.threads.add(thread);
      thread.start();
    }
    return callers;
  }

  private static String essence(Calls.Call call, Line.Answer answer) throws IOException {
    return Calls.essence(call, Platform.JSON.readTree(answer.body()), answer.text());
  }

  private Line.Answer ask(Line line, Calls.Call call) throws IOException {
    String key = keyByRole.getOrDefault(call.role(), "");
    return call.method().equals("GET")
        ? line.get(call.path(), key)
        : line.post(call.path(), call.body(), key);
  }

  private String changed(int call, Line.Answer answer) throws IOException {
    return essence(calls.get(call), answer).equals(expected[call]) ? "" : "another answer";
  }

  private static String refusal(Line.Answer answer) {
    Matcher code = PROBLEM.matcher(answer.text());
    return answer.status() + (code.find() ? " " + code.group(1) : "");
  }

  private void work(int from) {
    try (Line line = new Line(platform.url())) {
      for (int i = from; !ended; i = (i + 1) % calls.size()) {
        Calls.Call call = calls.get(i);
        long began = System.nanoTime();
        String fault;
        try {
          Line.Answer answer = ask(line, call);
          fault = answer.status() == 200 ? changed(i, answer) : refusal(answer);
        } catch (IOException broken) {
          fault = broken.toString();
        }
        count(call, fault, (System.nanoTime() - began) / 1e6);
        Thread.sleep(THINK_MILLIS);
      }
    } catch (IOException e) {
      count(calls.get(0), e.toString(), 0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void count(Calls.Call call, String fault, double millis) {
    asked++;
    worstMillis = Math.max(worstMillis, millis);
    if (!fault.isEmpty()) {
      failed++;
      failures.merge(call.name() + ": " + fault, 1L, Long::sum);
    }
  }

  /** What was seen since the last look. */
  public synchronized Seen look() {
    Seen seen = new Seen(asked, failed, worstMillis, new TreeMap<>(failures));
    asked = 0;
    failed = 0;
    worstMillis = 0;
    failures.clear();
    return seen;
  }

  /**
   * Calls of a while.
   *
   * @param failures how often each kind of failure came
   */
  public record Seen(long asked, long failed, double worstMillis, Map<String, Long> failures) {
    public String line() {
      return String.format(
          Locale.ROOT, "%,7d calls, %4d failed, slowest %,7.0f ms", asked, failed, worstMillis);
    }
  }

  @Override
  public void close() throws InterruptedException {
    ended = true;
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
