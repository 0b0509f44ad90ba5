package souk.it.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import souk.it.harness.Platform;
import souk.model.Money;
import souk.offer.api.Claim;
import souk.offer.api.OfferLimits;
import souk.offer.api.RedemptionRequest;
import souk.offer.coupons.StandaloneLedger;

/**
 * A million redemptions as one file over HTTP (R18), from a platform with a small heap. Now and
 * then the reader stops, and what the platform holds after a full collection is looked at: it must
 * not grow with the rows sent. Options: {@code --rows}, {@code --heap} in megabytes.
 */
final class ExportBench {
  private static final int ROWS = 1_000_000;
  private static final int HEAP = 256;
  private static final int THREADS = 64;
  private static final int LOOKS = 8;
  private static final int GROWTH = 16;
  private static final Currency GBP = Currency.getInstance("GBP");
  private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
  private static final String[] FORMULAS = {
    "=HYPERLINK(\"http://x\")", "+1+cmd", "-2+3", "@SUM(A1)", " =1", "\u00a0=1", "|1", "%1"
  };

  /** One cell of a row, in quotes or not. */
  private static final Pattern CELL = Pattern.compile("(?:^|,)(\"(?:[^\"]|\"\")*\"|[^,]*)");

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  private final int rows;
  private long seen;
  private long formulas;
  private long wrong;
  private long bytes;

  private ExportBench(int rows) {
    this.rows = rows;
  }

  static Result run(Arguments options) throws Exception {
    Path folder =
        Files.createTempDirectory(
            Path.of(options.text("folder", System.getProperty("java.io.tmpdir"))),
            "souk-bench-export");
    try {
      return new ExportBench(options.number("rows", ROWS))
          .measure(folder, options.number("heap", HEAP));
    } finally {
      CorruptKinds.delete(folder);
    }
  }

  private Result measure(Path folder, int heap) throws Exception {
    fill(folder.resolve("data"));
    try (Platform platform = Platform.start(folder, "-Xmx" + heap + "m")) {
      final long before = Memory.liveMegabytes(platform.pid());
      HttpURLConnection line =
          (HttpURLConnection)
              URI.create(platform.url() + "/api/v1/ledger/redemptions/export")
                  .toURL()
                  .openConnection();
      line.setRequestProperty("Authorization", "Bearer " + platform.key("reader"));
      long begin = System.nanoTime();
      if (line.getResponseCode() != 200) {
        throw new IllegalStateException("The export was refused: " + line.getResponseCode());
      }
      long[] live;
      try (InputStream in = line.getInputStream()) {
        live = read(in, platform.pid());
      }
      final double seconds = (System.nanoTime() - begin) / 1e9;
      long most = 0;
      long least = Long.MAX_VALUE;
      for (long megabytes : live) {
        most = Math.max(most, megabytes);
        least = Math.min(least, megabytes);
      }
      return new Result("export")
          .with("rows", seen)
          .with("formulas", formulas)
          .with("wrong", wrong)
          .with("megabytes", bytes / 1_000_000)
          .with("heapMegabytes", heap)
          .with("liveBeforeMegabytes", before)
          .with("liveLeastMegabytes", least)
          .with("liveMostMegabytes", most)
          .with("residentMegabytes", Memory.residentMegabytes(platform.pid()))
          .with("seconds", seconds, 1)
          .require(seen == rows, "every redemption is told once")
          .require(wrong == 0, "wrong = 0")
          .require(formulas == (rows + 999) / 1_000, "every formula has an apostrophe")
          .require(most - least <= GROWTH, "memory is flat within %d MB".formatted(GROWTH))
          .require(most - before <= GROWTH, "an export holds at most %d MB".formatted(GROWTH));
    }
  }

  /** Every thousandth order, and its offer, is named like a formula. */
  private void fill(Path state) throws InterruptedException {
    OfferLimits limits = OfferLimits.builder().total(Long.MAX_VALUE).build();
    AtomicInteger next = new AtomicInteger();
    try (StandaloneLedger ledger = StandaloneLedger.openIn(state, Clock.systemUTC())) {
      Thread[] tills = new Thread[THREADS];
      for (int t = 0; t < THREADS; t++) {
        tills[t] =
            new Thread(
                () -> {
                  for (int i = next.getAndIncrement(); i < rows; i = next.getAndIncrement()) {
                    boolean odd = i % 1_000 == 0;
                    String formula = FORMULAS[i / 1_000 % FORMULAS.length];
                    String offer = odd ? formula : "offer-" + (i & 15);
                    Claim claim =
                        new Claim(offer, Money.ofMinor(125, GBP), limits, Optional.empty());
                    ledger.redeem(
                        RedemptionRequest.builder("k" + i, odd ? formula + i : "o-" + i, AT)
                            .claim(claim)
                            .build());
                  }
                });
        tills[t].start();
      }
      for (Thread till : tills) {
        till.join();
      }
    }
  }

  /** Reads the file to its end; what the platform holds now and then. */
  private long[] read(InputStream in, long pid) throws IOException, InterruptedException {
    long[] live = new long[LOOKS];
    int looks = 0;
    BufferedReader text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    String header = text.readLine();
    if (header == null || !header.startsWith("\ufeffredemption_id,order_id,")) {
      throw new IllegalStateException("The file begins with " + header);
    }
    for (String row = text.readLine(); row != null; row = text.readLine()) {
      judge(row);
      bytes += row.length() + 2;
      if (looks < LOOKS && seen >= (looks + 1L) * rows / (LOOKS + 1)) {
        live[looks++] = Memory.liveMegabytes(pid);
        System.out.printf("%d rows: %d MB live%n", seen, live[looks - 1]);
      }
    }
    return live;
  }

  private void judge(String row) {
    seen++;
    boolean neutral = false;
    var cells = CELL.matcher(row);
    int count = 0;
    for (; cells.find(); count++) {
      String cell = cells.group(1);
      String plain =
          cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
      neutral |= plain.startsWith("'");
      String first = plain.stripLeading();
      boolean harmful = !first.isEmpty() && "=+-@".indexOf(first.charAt(0)) >= 0;
      if (harmful && !NUMBER.matcher(plain).matches()) {
        wrong++;
        System.err.println("A cell begins like a formula: " + row);
      }
    }
    formulas += neutral ? 1 : 0;
    if (count != 10 || !row.startsWith("R" + seen + ",") || !row.contains(",GBP,1.25,0.00")) {
      if (wrong++ < 10) {
        System.err.println("Row " + seen + " is wrong: " + row);
      }
    }
  }
}
