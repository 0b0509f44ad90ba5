package souk.it.harness;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients that change every store without a pause: plans, approvals and publications (journal),
 * loads (warehouse), selections (decision log and configuration).
 */
public final class Writers implements AutoCloseable {
  /** Selected in turn, so that the selection tells how many were made. */
  public static final List<String> FORECASTERS =
      List.of("seasonal-naive", "ets", "theta", "ets-theta");

  private static final int PUBLISH_EVERY = 4;

  private final Platform platform;
  private final Path folder;
  private final History history;
  private final AtomicBoolean go = new AtomicBoolean(true);
  private final AtomicInteger failures = new AtomicInteger();
  private final List<Thread> threads = new ArrayList<>();

  /** One kind of change. */
  private interface Change {
    void make(int number) throws Exception;
  }

  public Writers(Platform platform, Path folder, History history) throws Exception {
    this.platform = platform;
    this.folder = Files.createDirectories(folder);
    this.history = history;
    start("plans", this::plan);
    start("loads", this::load);
    start("selections", this::select);
  }

  private void start(String name, Change change) {
    Thread thread =
        new Thread(
            () -> {
              for (int number = 1; go.get(); number++) {
                try {
                  change.make(number);
                } catch (Exception e) {
                  System.err.println(name + " " + number + ": " + e);
                  failures.incrementAndGet();
                  return;
                }
              }
            },
            "writer-" + name);
    threads.add(thread);
    thread.start();
  }

  private void plan(int number) throws Exception {
    long asked = System.nanoTime();
    ObjectNode wish =
        Platform.object().put("kind", "PROMOTION").put("items", 10).put("budgetMinor", 1_000_000);
    String plan = platform.job("/plans", wish).path("planId").asText();
    history.acknowledged("plan:" + plan, asked);
    boolean publish = number % PUBLISH_EVERY == 0;
    String step = "step:s" + number + ".";
    asked = System.nanoTime();
    platform.post(
        "/plans/" + plan + (publish ? "/approve" : "/reject"),
        Platform.object().put("reason", step));
    history.acknowledged(step, asked);
    if (publish) {
      asked = System.nanoTime();
      String id =
          platform
              .job("/plans/" + plan + "/publish", Platform.object().put("holdoutShare", 0))
              .path("publicationId")
              .asText();
      history.acknowledged("publication:" + id, asked);
    }
  }

  private void load(int number) throws Exception {
    Path csv = folder.resolve("load-" + number + ".csv");
    Files.writeString(
        csv,
        String.format(
            Locale.ROOT,
            "invoice_no,stock_code,description,quantity,invoice_date,unit_price,customer_id,country%n"
                + "L%d,%s,Article 1,3,2026-01-05 10:00:00,3.00,12001,United Kingdom%n",
            number,
            Shop.sku(1)));
    long asked = System.nanoTime();
    platform.job("/loads", Shop.load(csv));
    history.acknowledged("load:" + csv.getFileName(), asked);
  }

  private void select(int number) throws Exception {
    String reason = "selection:n" + number + ".";
    long asked = System.nanoTime();
    platform.post(
        "/strategies/Forecaster/select",
        Platform.object()
            .put("strategy", FORECASTERS.get(number % FORECASTERS.size()))
            .put("version", "1.0.0")
            .put("reason", reason));
    history.acknowledged(reason, asked);
  }

  /** Changes that were refused; none is expected. */
  public int failures() {
    return failures.get();
  }

  @Override
  public void close() throws InterruptedException {
    go.set(false);
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
