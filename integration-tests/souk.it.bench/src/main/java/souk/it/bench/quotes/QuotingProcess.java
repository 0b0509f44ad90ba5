package souk.it.bench.quotes;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import souk.it.bench.quotes.EngineContender.Detail;
import souk.offer.lib.compiled.Selector;

/**
 * A process of its own that quotes the market's carts when it is told to: two of them share nothing
 * but the machine, so what both make beside each other is what the machine has to give.
 */
public final class QuotingProcess implements AutoCloseable {
  private final Process process;
  private final BufferedWriter orders;
  private final BufferedReader answers;
  private long mismatches;

  /** Starts one. */
  public QuotingProcess(long seed, int carts) throws IOException {
    this.process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+PerfDisableSharedMem",
                "-cp",
                System.getProperty("java.class.path"),
                QuotingProcess.class.getName(),
                Long.toString(seed),
                Integer.toString(carts))
            .redirectError(Redirect.INHERIT)
            .start();
    this.orders =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** The other side: quotes for as many nanoseconds as each line says. */
  public static void main(String[] arguments) throws IOException {
    Market market =
        MarketGenerator.of(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]));
    Oracle oracle = new Oracle(market);
    Turns turns =
        new Turns(
            new Judge(market.baskets().stream().map(oracle::byPriority).toList()),
            market.baskets().size());
    Contender.Worker worker =
        new EngineContender(market, Detail.PLAIN, Selector.BY_PRIORITY).worker();
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      long quotes = turns.run(worker, Long.parseLong(order));
      System.out.println(quotes + " " + turns.mismatches());
    }
  }

  /** Lets some quote at the same time for so long; returns the number of quotes. */
  public static long run(List<QuotingProcess> processes, long nanos) throws IOException {
    for (QuotingProcess one : processes) {
      one.begin(nanos);
    }
    long quotes = 0;
    for (QuotingProcess one : processes) {
      quotes += one.done();
    }
    return quotes;
  }

  private void begin(long nanos) throws IOException {
    orders.write(Long.toString(nanos));
    orders.newLine();
    orders.flush();
  }

  private long done() throws IOException {
    String answer = answers.readLine();
    if (answer == null) {
      throw new IOException("A process that quotes ended.\nMaybe there is not enough memory.");
    }
    String[] figures = answer.split(" ", 2);
    mismatches = Long.parseLong(figures[1]);
    return Long.parseLong(figures[0]);
  }

  /** Answers whose total was wrong so far. */
  public long mismatches() {
    return mismatches;
  }

  /** Processor time it has had. */
  public long processorNanos() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }

  @Override
  public void close() {
    try {
      orders.close();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    } finally {
      process.destroy();
    }
  }
}
