package souk.it.bench;

import souk.it.bench.quotes.EngineContender;
import souk.it.bench.quotes.Market;

/** How long it takes until a new set of offers can quote. */
final class Reload {
  private static final int TIMES = 7;

  private Reload() {}

  /** Median, articles included. */
  static double medianMillis(Market market) {
    double[] millis = new double[TIMES];
    for (int i = 0; i < TIMES; i++) {
      long begin = System.nanoTime();
      if (EngineContender.compile(market).size() != market.promotions().size()) {
        throw new IllegalStateException("An offer was lost.");
      }
      millis[i] = (System.nanoTime() - begin) / 1e6;
      System.out.printf("reload of %d offers: %.0f ms%n", market.promotions().size(), millis[i]);
    }
    return Interleaved.median(millis);
  }
}
