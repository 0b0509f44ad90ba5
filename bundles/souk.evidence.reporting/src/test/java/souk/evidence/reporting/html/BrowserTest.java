package souk.evidence.reporting.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.evidence.spi.ReportModel;

/** Opens the report in a real browser; skipped where none is installed. */
class BrowserTest {
  @TempDir Path folder;

  @Tag("slow")
  @Test
  void chartsAreDrawnWithoutAnErrorInBothLanguages() throws Exception {
    Path browser = browser();
    for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      Path report = folder.resolve("report-" + locale.toLanguageTag() + ".html");
      Files.write(report, new HtmlRenderer().render(new ReportModel(SampleFacts.json(), locale)));
      Path dom = folder.resolve("dom.html");
      Path log = folder.resolve("log.txt");
      Process process =
          new ProcessBuilder(
                  browser.toString(),
                  "--headless",
                  "--no-sandbox",
                  "--disable-gpu",
                  "--disable-quic",
                  "--no-first-run",
                  "--disable-background-networking",
                  "--disable-component-update",
                  "--disable-sync",
                  "--enable-logging=stderr",
                  "--user-data-dir=" + folder.resolve("profile"),
                  "--window-size=1280,2000",
                  "--virtual-time-budget=4000",
                  "--dump-dom",
                  report.toUri().toString())
              .redirectOutput(dom.toFile())
              .redirectError(log.toFile())
              .start();
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the browser ended");
      assertFalse(Files.readString(log).contains(":CONSOLE"), () -> console(log));
      String drawn = Files.readString(dom, StandardCharsets.UTF_8);
      int charts = count(drawn, "class=\"chart\"");
      assertTrue(charts >= 14);
      assertEquals(charts, count(drawn, "<svg"), "every chart is drawn");
    }
  }

  private static Path browser() {
    var found =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(found.isPresent(), "No Chromium is installed, so the report is not opened in one.");
    return found.get();
  }

  private static int count(String text, String part) {
    return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }

  private static String console(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
