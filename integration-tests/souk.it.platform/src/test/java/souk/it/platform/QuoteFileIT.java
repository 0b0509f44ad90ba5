package souk.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.it.harness.Platform;

/** The verb quote on files, before a platform on which nothing was ever published. */
class QuoteFileIT {
  private static final String OFFERS =
      """
      {"version": 1, "currency": "GBP",
       "prices": {"TEA": {"priceMinor": 450, "floorMinor": 200},
                  "CUP": {"priceMinor": 1200, "floorMinor": 600}},
       "offers": [
        {"id": "TEN", "name": "10 % off tea",
         "window": {"from": "2026-03-01T00:00:00Z", "until": "2026-04-01T00:00:00Z"},
         "effect": {"kind": "percentage", "parameters": {"percent": 10, "skus": ["TEA"]}}}]}
      """;

  @TempDir static Path folder;
  private static Platform platform;

  @BeforeAll
  static void start() throws Exception {
    platform = Platform.start(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    if (platform != null) {
      platform.close();
    }
  }

  private static int quote(Path offers, Path carts, Path out, String at, String... more)
      throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Platform.HOME.resolve("bin/souk").toString(),
                "quote",
                "--data",
                platform.data().toString(),
                "--offers",
                offers.toString(),
                "--carts",
                carts.toString(),
                "--at",
                at,
                "--out",
                out.toString()));
    command.addAll(List.of(more));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said.txt").toFile())
            .start();
    assertTrue(process.waitFor(120, TimeUnit.SECONDS), "the verb did not end");
    return process.exitValue();
  }

  private static String said() throws IOException {
    return Files.readString(folder.resolve("said.txt"));
  }

  @Test
  void oneQuoteALineInOrder() throws Exception {
    Path offers = Files.writeString(folder.resolve("offers.json"), OFFERS);
    StringBuilder text = new StringBuilder();
    for (int n = 1; n <= 1_500; n++) {
      text.append("{\"lines\":[{\"sku\":\"TEA\",\"quantity\":").append(n).append("}]}\n");
    }
    text.append("{\"lines\":[{\"sku\":\"SOAP\"}]}\n{\"lines\":\n");
    Path carts = Files.writeString(folder.resolve("carts.jsonl"), text);
    Path out = folder.resolve("quotes.jsonl");
    assertEquals(2, quote(offers, carts, out, "2026-03-31T23:59:59.999Z", "--explain"), said());
    assertTrue(said().contains("carts 1502  quoted 1500  refused 2"), said());
    List<String> lines = Files.readAllLines(out);
    assertEquals(1_502, lines.size());
    for (int n = 1; n <= 1_500; n++) {
      JsonNode quote = Platform.JSON.readTree(lines.get(n - 1));
      assertEquals(405L * n, quote.at("/payable/amountMinor").asLong(), lines.get(n - 1));
      assertEquals("TEN", quote.at("/findings/0/offerId").asText(), lines.get(n - 1));
    }
    JsonNode unknown = Platform.JSON.readTree(lines.get(1_500));
    assertEquals(1_501, unknown.path("line").asInt());
    assertEquals("urn:souk:problem:quote.unknown-sku", unknown.at("/problem/type").asText());
    assertEquals(
        "urn:souk:problem:body.malformed",
        Platform.JSON.readTree(lines.get(1_501)).at("/problem/type").asText());
    assertEquals(2, quote(offers, carts, out, "2026-04-01T00:00:00Z"), said());
    JsonNode after = Platform.JSON.readTree(Files.readAllLines(out).get(0));
    assertEquals(450, after.at("/payable/amountMinor").asLong());
  }

  @Test
  void offersThatAreWrongAreNamedWithTheirPlace() throws Exception {
    Path offers =
        Files.writeString(
            folder.resolve("wrong.json"), OFFERS.replace("\"percent\": 10", "\"percent\": 120"));
    Path carts =
        Files.writeString(folder.resolve("one.jsonl"), "{\"lines\":[{\"sku\":\"TEA\"}]}\n");
    Path out = folder.resolve("none.jsonl");
    assertEquals(2, quote(offers, carts, out, "2026-03-02T00:00:00Z"), said());
    assertTrue(said().contains("wrong.json:7:"), said());
    assertTrue(said().contains("percent"), said());
  }
}
