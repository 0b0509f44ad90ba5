package souk.learn.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.learn.api.LearnedModel;
import souk.learn.api.ModelVersion;
import souk.learn.api.Promotion;

class FileModelRegistryTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

  @TempDir Path folder;

  private FileModelRegistry registry() {
    return new FileModelRegistry(folder.resolve("models"), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static LearnedModel model(int seed) {
    byte[] state = new byte[500];
    new Random(seed).nextBytes(state);
    return new LearnedModel(
            "trees", "1.2", List.of("price", "week"), Map.of("rows", (double) seed), state)
        .withLineage(Map.of("snapshot", "s" + seed, "until", "2026-01-01"));
  }

  @Test
  void whatWasKeptComesBackAlsoAfterARestart() {
    ModelVersion first = registry().keep("demand.pooled", model(1));
    ModelVersion second = registry().keep("demand.pooled", model(2));
    assertEquals(List.of(first, second), registry().list());
    assertEquals(1, first.version());
    assertEquals(NOW, second.keptAt());
    assertEquals(500, second.bytes());
    LearnedModel back = registry().newest("demand.pooled").orElseThrow();
    assertArrayEquals(model(2).state(), back.state());
    assertEquals(model(2).columns(), back.columns());
    assertEquals(model(2).facts(), back.facts());
    assertEquals(model(2).lineage(), back.lineage());
    assertEquals("s1", first.lineage().get("snapshot"));
    assertEquals(List.of(1, 2), registry().versions("demand.pooled"));
    assertEquals(List.of(), registry().versions("other"));
    assertArrayEquals(
        model(1).state(), registry().version("demand.pooled", 1).orElseThrow().state());
    assertTrue(registry().newest("other").isEmpty());
    assertTrue(registry().version("demand.pooled", 3).isEmpty());
  }

  @Test
  void everyDamagedByteIsNoticed() throws IOException {
    registry().keep("m", model(1));
    Path file = folder.resolve("models/m/000001.model");
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < bytes.length; i++) {
      byte[] damaged = bytes.clone();
      damaged[i] ^= (byte) (1 << i % 8);
      Files.write(file, damaged);
      String message =
          assertThrows(IllegalStateException.class, () -> registry().newest("m")).getMessage();
      assertTrue(message.contains("000001.model"), message);
    }
    for (int length = 0; length < bytes.length; length += 37) {
      Files.write(file, java.util.Arrays.copyOf(bytes, length));
      assertThrows(IllegalStateException.class, () -> registry().newest("m"));
    }
  }

  /** A crash between writing and renaming leaves a file that nobody sees. */
  @Test
  void aHalfWrittenFileIsNoVersion() throws IOException {
    registry().keep("m", model(1));
    Files.write(folder.resolve("models/m/000002.new"), new byte[] {1, 2, 3});
    assertArrayEquals(model(1).state(), registry().newest("m").orElseThrow().state());
    assertEquals(2, registry().keep("m", model(2)).version());
    assertFalse(Files.exists(folder.resolve("models/m/000002.new")));
  }

  @Test
  void eightThreadsGetEightVersions() {
    FileModelRegistry registry = registry();
    List<Integer> versions =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(i -> registry.keep("m", model(i)).version())
            .sorted()
            .toList();
    assertEquals(IntStream.rangeClosed(1, 8).boxed().toList(), versions);
  }

  @Test
  void oldVersionsAreDroppedAndNumbersNeverReused() {
    FileModelRegistry registry = registry();
    for (int i = 0; i < 5; i++) {
      registry.keep("m", model(i));
    }
    assertEquals(3, registry.drop("m", 2));
    assertEquals(List.of(4, 5), registry.list().stream().map(ModelVersion::version).toList());
    assertEquals(6, registry.keep("m", model(9)).version());
    assertThrows(IllegalArgumentException.class, () -> registry.drop("m", 0));
  }

  @Test
  void namesThatAreNoneAreRefused() {
    for (String name : List.of("", "../x", "A", "a/b", ".hidden", "a".repeat(101))) {
      assertThrows(IllegalArgumentException.class, () -> registry().keep(name, model(1)), name);
      assertThrows(IllegalArgumentException.class, () -> registry().newest(name), name);
    }
  }

  @Test
  void theChampionIsTheOnePromotedLastElseTheNewest() {
    assertTrue(registry().champion("m").isEmpty());
    for (int i = 1; i <= 4; i++) {
      registry().keep("m", model(i));
    }
    assertEquals(Optional.of(4), registry().champion("m"));
    registry().promote("m", 1, "ann", "proven");
    registry().keep("m", model(5));
    assertEquals(Optional.of(1), registry().champion("m"), "a challenger does not serve");
    registry().promote("m", 3, "ann", "better on the hold-out");
    registry().promote("m", 4, "ben", "better still");
    assertEquals(3, registry().rollBack("m", "ann", "drift").version());
    assertEquals(1, registry().rollBack("m", "ann", "more drift").version());
    assertThrows(IllegalStateException.class, () -> registry().rollBack("m", "ann", "further"));
    registry().promote("m", 5, "ben", "again");
    assertEquals(1, registry().rollBack("m", "ann", "no").version());
    assertEquals(
        List.of(1, 5, 1, 3, 4, 3, 1),
        registry().promotions("m").stream().map(Promotion::version).toList());
    assertEquals("no", registry().promotions("m").get(0).reason());
    assertEquals(NOW, registry().promotions("m").get(0).at());
  }

  @Test
  void theChampionAndTheOneBeforeAreNotDropped() {
    for (int i = 1; i <= 6; i++) {
      registry().keep("m", model(i));
    }
    registry().promote("m", 1, "ann", "first");
    registry().promote("m", 3, "ann", "second");
    assertEquals(3, registry().drop("m", 1));
    assertEquals(List.of(1, 3, 6), registry().versions("m"));
    assertEquals(1, registry().rollBack("m", "ann", "back").version());
  }

  @Test
  void whatDoesNotExistOrIsDamagedIsNotPromoted() throws IOException {
    registry().keep("m", model(1));
    registry().keep("m", model(2));
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> registry().promote("m", 7, "ann", "oops"))
            .getMessage();
    assertTrue(message.contains("[1, 2]"), message);
    Files.write(folder.resolve("models/m/000001.model"), new byte[100]);
    assertThrows(IllegalStateException.class, () -> registry().promote("m", 1, "ann", "damaged"));
    assertEquals(List.of(), registry().promotions("m"));
    registry().promote("m", 2, "ann", "fine");
    Path champions = folder.resolve("models/m/champions");
    byte[] bytes = Files.readAllBytes(champions);
    bytes[9] ^= 4;
    Files.write(champions, bytes);
    String damaged =
        assertThrows(IllegalStateException.class, () -> registry().champion("m")).getMessage();
    assertTrue(damaged.contains("champions"), damaged);
  }
}
