package souk.it.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import souk.it.harness.BackupDrill;
import souk.it.harness.History;
import souk.it.harness.Platform;
import souk.it.harness.Shop;
import souk.it.harness.Writers;

/**
 * Backups while tills ask for quotes and writers change every store; then each is restored
 * elsewhere and compared with what was acknowledged. Some of them start a platform and quote.
 */
final class BackupBench {
  private static final int BACKUPS = Integer.getInteger("souk.bench.backups", 100);
  private static final int START_EVERY = 20;
  private static final int TILLS = 2;
  private static final int PER_SECOND = 100;
  private static final long STEADY_MILLIS = 20_000;

  private BackupBench() {}

  static Result run() throws Exception {
    Path folder = Files.createTempDirectory("souk-bench-backup");
    History history = new History();
    BackupDrill drill = new BackupDrill(folder.resolve("backups"), history);
    ObjectNode cart;
    double without;
    double with;
    long failed;
    long writes;
    // One key plans, loads and takes backups without a pause.
    Path deploy = Files.createDirectories(folder.resolve("deploy"));
    Files.writeString(deploy.resolve("souk.edge.rest.config"), "jobsPerMinuteAndKey=I\"0\"\n");
    try (Platform platform = Platform.start(folder)) {
      Shop.open(platform, folder);
      cart = Shop.cart(2, Shop.sku(1), Shop.sku(2), Shop.sku(3));
      JsonNode quote =
          Platform.JSON.readTree(
              platform.send("POST", "/quotes", cart, platform.key("till")).body());
      Answers answers = new Answers(Answers.unitPrices(quote));
      try (Writers writers = new Writers(platform, folder.resolve("loads"), history)) {
        try (Tills warm = new Tills(platform, cart, answers, TILLS, PER_SECOND)) {
          Thread.sleep(STEADY_MILLIS / 2);
        }
        Tills steady = new Tills(platform, cart, answers, TILLS, PER_SECOND);
        Thread.sleep(STEADY_MILLIS);
        steady.close();
        without = steady.latencies().millis(0.99);
        Tills during = new Tills(platform, cart, answers, TILLS, PER_SECOND);
        for (int i = 0; i < BACKUPS; i++) {
          drill.take(platform);
          progress("backup", i + 1, BACKUPS);
        }
        during.close();
        with = during.latencies().millis(0.99);
        failed = steady.failed() + during.failed() + writers.failures();
      }
      writes = history.changes().size();
    }
    return judged(drill, folder, cart)
        .with("acknowledged", writes)
        .with("failed", failed)
        .with("backupMillis", median(drill, "totalMillis"))
        .with("heldMillis", median(drill, "heldMillis"))
        .with("heldMaxMillis", most(drill, "heldMillis"))
        .with("loadsHeldMillis", median(drill, "loadsHeldMillis"))
        .with("bytes", median(drill, "bytes"))
        .with("p99WithoutMillis", without, 1)
        .with("p99WithMillis", with, 1)
        .require(failed == 0, "failed = 0");
  }

  private static Result judged(BackupDrill drill, Path folder, ObjectNode cart) throws Exception {
    int restored = 0;
    int notPrefix = 0;
    int started = 0;
    for (BackupDrill.Taken one : drill.taken()) {
      Path data = drill.restore(one);
      String why = drill.complaint(one, data);
      restored++;
      if (!why.isEmpty()) {
        notPrefix++;
        System.err.println(one.file().getFileName() + ": " + why);
      }
      if (restored % START_EVERY == 0) {
        try (Platform elsewhere =
            Platform.start(folder.resolve("elsewhere-" + restored), data, "")) {
          elsewhere.post("/quotes", cart);
          started++;
        }
      }
      drill.forget(data);
      progress("restore", restored, drill.taken().size());
    }
    return new Result("backup")
        .with("backups", drill.taken().size())
        .with("restored", restored)
        .with("notPrefix", notPrefix)
        .with("started", started)
        .require(restored == BACKUPS, "restored = " + BACKUPS)
        .require(notPrefix == 0, "notPrefix = 0");
  }

  private static void progress(String what, int done, int all) {
    if (done % 10 == 0 || done == all) {
      System.out.printf("%s %d of %d%n", what, done, all);
    }
  }

  private static long median(BackupDrill drill, String field) {
    long[] sorted = values(drill, field);
    return sorted[sorted.length / 2];
  }

  private static long most(BackupDrill drill, String field) {
    long[] sorted = values(drill, field);
    return sorted[sorted.length - 1];
  }

  private static long[] values(BackupDrill drill, String field) {
    long[] values =
        drill.taken().stream().mapToLong(one -> one.report().path(field).asLong()).toArray();
    Arrays.sort(values);
    return values;
  }
}
