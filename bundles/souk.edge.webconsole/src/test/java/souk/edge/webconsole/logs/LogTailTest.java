package souk.edge.webconsole.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
  @TempDir Path folder;

  private LogTail tail(String... lines) throws IOException {
    return new LogTail(Files.write(folder.resolve("souk.log"), List.of(lines)));
  }

  @Test
  void newestFirstWithTheLinesThatFollow() throws IOException {
    List<LogLine> lines =
        tail(
                "a line of a file that was turned over",
                "2026-01-02T03:04:05.006Z INFO  [main] souk.launcher.Main - Started",
                "2026-01-02T03:04:06.006Z ERROR [pool-1] s.k.r.Router - It failed.",
                "java.lang.IllegalStateException: why",
                "\tat souk.Some.where(Some.java:1)")
            .newest("INFO", "", "", 10);
    assertEquals(2, lines.size());
    assertEquals("ERROR", lines.get(0).level());
    assertEquals("pool-1", lines.get(0).thread());
    assertTrue(lines.get(0).text().endsWith("Some.java:1)"), lines.get(0).text());
    assertEquals("souk.launcher.Main", lines.get(1).logger());
  }

  @Test
  void filtersByLevelLoggerAndText() throws IOException {
    LogTail tail =
        tail(
            "2026-01-02T03:04:05.006Z DEBUG [t] souk.offer.A - one",
            "2026-01-02T03:04:05.006Z WARN  [t] souk.offer.B - two",
            "2026-01-02T03:04:05.006Z ERROR [t] souk.plan.C - Two");
    assertEquals(2, tail.newest("INFO", "", "", 10).size());
    assertEquals(3, tail.newest("TRACE", "", "", 10).size());
    assertEquals(2, tail.newest("TRACE", "OFFER", "", 10).size());
    assertEquals("souk.plan.C", tail.newest("WARN", "", "two", 1).get(0).logger());
  }

  @Test
  void whatLooksLikeASecretIsNotShown() {
    String text =
        LogLine.withoutSecrets(
            "login password=Geheim1! Authorization: Bearer abc.def token: xyz, Basic YWRtaW46eA==");
    for (String secret : List.of("Geheim1", "abc.def", "xyz", "YWRtaW46")) {
      assertFalse(text.contains(secret), text);
    }
    assertEquals(
        "Web console: user admin; its first password is in x",
        LogLine.withoutSecrets("Web console: user admin; its first password is in x"));
  }

  @Test
  void aMissingOrHugeFileIsNoTrouble() throws IOException {
    assertEquals(List.of(), new LogTail(folder.resolve("none")).newest("INFO", "", "", 5));
    StringBuilder big = new StringBuilder();
    for (int i = 0; i < 40_000; i++) {
      big.append("2026-01-02T03:04:05.006Z INFO  [t] souk.x - line ").append(i).append('\n');
    }
    Path file = Files.writeString(folder.resolve("big.log"), big);
    assertEquals("line 39999", new LogTail(file).newest("INFO", "", "", 5).get(0).text());
  }
}
