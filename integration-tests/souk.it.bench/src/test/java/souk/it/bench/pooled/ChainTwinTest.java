package souk.it.bench.pooled;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The twin of the chain benchmark, small enough for the build: the same market, its accuracy. */
class ChainTwinTest {
  @Tag("slow")
  @Test
  void aSmallChainIsForecastFarBetterThanBySeasonalNaive() {
    ChainRun run = new ChainRun(200, 110, 1);
    assertTrue(run.wape() < 0.5 * run.wapeNaive(), run.wape() + " against " + run.wapeNaive());
    assertTrue(run.coverage() > 75 && run.coverage() < 86, "coverage " + run.coverage());
  }
}
