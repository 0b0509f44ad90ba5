package souk.kernel.runtime.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.kernel.api.Actor;
import souk.kernel.api.CanaryPlan;
import souk.kernel.api.StrategyRef;
import souk.kernel.api.TrialStatus;
import souk.kernel.spi.MetricDescription;

class TrialStoreTest {
  private static final MetricDescription MARGIN =
      MetricDescription.higherIsBetter("margin", "Margin \"€\" 毛利", "minor units");

  @TempDir Path folder;

  @Test
  void aTrialIsTheSameAfterItWasWrittenAndRead() {
    Map<String, String> written = TrialCodec.write(trial());
    TrialStore store = store();
    store.save(List.of(written));
    Trial read = TrialCodec.read(store().load().get(0)).orElseThrow();
    assertEquals(written, TrialCodec.write(read));
    assertEquals(0.1, read.plan() == null ? 0 : read.plan().toleratedLoss("margin"));
    assertEquals(1, read.exposures());
    assertEquals(40, read.figures().metrics().get(0).samples());
  }

  /** Whatever is left of the file: the router starts, at worst without trials. */
  @Test
  void aCutOrChangedFileIsPutAsideAndNeverStopsTheStart() throws Exception {
    TrialStore store = store();
    store.save(List.of(TrialCodec.write(trial())));
    Path file = folder.resolve("router/trials.json");
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length - 1; length += 31) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertEquals(List.of(), store().load());
      assertTrue(
          Files.notExists(file) && Files.exists(folder.resolve("router/trials.json.broken")));
    }
    Random random = new Random(5);
    for (int i = 0; i < 200; i++) {
      byte[] changed = whole.clone();
      changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      Files.write(file, changed);
      store().load().forEach(TrialCodec::read);
    }
  }

  private TrialStore store() {
    return new TrialStore(folder.resolve("router/trials.json"));
  }

  private static Trial trial() {
    CanaryPlan plan =
        CanaryPlan.builder(0.05).exposures(9).tolerate("margin", 0.1).promote(true).build();
    Trial trial =
        new Trial(
            new TrialDefinition(
                "T1",
                TrialStatus.Kind.CANARY,
                new StrategyRef("Pricer", "new", "1.0.0"),
                new StrategyRef("Pricer", "old", "1.0.0"),
                plan,
                7,
                2,
                new Actor("zoë", "http"),
                Instant.parse("2026-01-02T03:04:05Z"),
                "why\nnot"));
    trial.expose();
    trial.figures().served(new TrialFigures.Served(5_000, true, true, false), 1_000, 0.01);
    for (int i = 0; i < 40; i++) {
      trial.figures().measured(MARGIN, 10 + i, 9 + i);
    }
    return trial;
  }
}
