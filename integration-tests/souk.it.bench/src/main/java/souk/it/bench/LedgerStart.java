package souk.it.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import souk.offer.api.LedgerStatus;
import souk.offer.coupons.StandaloneLedger;

/** How long a ledger takes from opening to serving, in a process of its own that nothing warmed. */
final class LedgerStart {
  private LedgerStart() {}

  /**
   * @param arguments the state folder
   */
  public static void main(String[] arguments) throws Exception {
    long begin = System.nanoTime();
    try (StandaloneLedger ledger =
        StandaloneLedger.openIn(Path.of(arguments[0]), Clock.systemUTC())) {
      long served = System.nanoTime();
      LedgerStatus status = ledger.status();
      ledger.awaitChecked();
      System.out.printf(
          "START %s %d %d %d%n",
          ledger.status().state(),
          status.rows(),
          (served - begin) / 1_000_000,
          (System.nanoTime() - begin) / 1_000_000);
    }
  }

  /**
   * Times of a start.
   *
   * @param rows of the ledger
   * @param servedMillis until it served
   * @param checkedMillis until every row was looked at
   */
  record Times(long rows, long servedMillis, long checkedMillis) {}

  static Times of(Path state) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                LedgerStart.class.getName(),
                state.toString())
            .redirectErrorStream(true)
            .start();
    String found = "";
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        found = line.startsWith("START SERVING ") ? line : found;
      }
    }
    if (process.waitFor() != 0 || found.isEmpty()) {
      throw new IllegalStateException("The ledger did not start again.");
    }
    String[] words = found.split(" ", -1);
    return new Times(Long.parseLong(words[2]), Long.parseLong(words[3]), Long.parseLong(words[4]));
  }
}
