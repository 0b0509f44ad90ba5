package souk.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  @Test
  void ignoresTheOrderOfKeys() {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("a", 1);
    one.put("b", new int[] {1, 2});
    Map<String, Object> other = new LinkedHashMap<>();
    other.put("b", new int[] {1, 2});
    other.put("a", 1);
    assertEquals(Fingerprint.of(one), Fingerprint.of(other));
  }

  @Test
  void tellsTypesAndArraysApart() {
    assertNotEquals(Fingerprint.of(Map.of("a", 1)), Fingerprint.of(Map.of("a", "1")));
    assertNotEquals(
        Fingerprint.of(Map.of("a", new String[] {"x"})),
        Fingerprint.of(Map.of("a", new String[] {"y"})));
  }

  @Test
  void isThePublishedSha256() throws IOException {
    Path file = Files.createTempFile("fingerprint", ".txt");
    Files.writeString(file, "abc");
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Fingerprint.of(file));
    Files.delete(file);
  }
}
