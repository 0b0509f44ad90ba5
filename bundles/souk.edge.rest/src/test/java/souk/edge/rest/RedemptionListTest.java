package souk.edge.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.edge.rest.http.Answer;
import souk.offer.api.CouponLedger;

/** Redemptions page by page and as a file. */
class RedemptionListTest {
  @TempDir Path folder;
  private Edge edge;
  private OneLedger ledger;

  @BeforeEach
  void open() {
    ledger = new OneLedger();
    edge = new Edge(folder).with(CouponLedger.class, ledger);
  }

  @Test
  void pagesAreNamedInLinkUntilTheLast() {
    ledger.fill(250, "o");
    List<String> ids = new ArrayList<>();
    String path = "/ledger/redemptions";
    while (!path.isEmpty()) {
      Answer answer = edge.ask(Call.get(path).key(edge.key("reader")));
      Edge.json(answer).forEach(one -> ids.add(one.path("id").asText()));
      String link = answer.headers().getOrDefault("Link", "");
      path = link.isEmpty() ? "" : link.substring("</api/v1".length(), link.indexOf('>'));
    }
    assertEquals(250, ids.size());
    assertEquals("R-0", ids.get(0));
    assertEquals("R-249", ids.get(249));
    JsonNode few = edge.ask(200, "reader", Call.get("/ledger/redemptions?after=R-7&limit=2"));
    assertEquals("R-8", few.at("/0/id").asText());
    assertEquals(2, few.size());
    assertEquals(305, few.at("/0/parts/0/reversed/amountMinor").asInt());
  }

  @Test
  void tillsAndStrangersSeeNone() {
    for (String path : new String[] {"/ledger/redemptions", "/ledger/redemptions/export"}) {
      edge.ask(403, "till", Call.get(path));
      assertEquals(401, edge.ask(Call.get(path)).status());
      edge.ask(400, "reader", Call.get("/ledger/redemptions?limit=1001"));
    }
  }

  @Test
  void theFileHasNoFormulasAndNegativeNumbersStayNumbers() throws Exception {
    ledger.fill(1, "=HYPERLINK(\"http://x\")");
    Answer answer = edge.ask(Call.get("/ledger/redemptions/export").key(edge.key("reader")));
    assertEquals(200, answer.status());
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    answer.stream().orElseThrow().writeTo(file);
    String[] lines = file.toString(StandardCharsets.UTF_8).split("\r\n");
    assertEquals(
        "\ufeffredemption_id,order_id,state,recorded_at,expires_at,offer_id,batch_id,currency,"
            + "discount,given_back",
        lines[0]);
    assertEquals(
        "R-0,\"'=HYPERLINK(\"\"http://x\"\")\",PARTLY_REVERSED,1970-01-01T00:00:00Z,,"
            + "'=OFFER(),,GBP,12.50,-3.05",
        lines[1]);
    assertEquals(2, lines.length);
    assertEquals(
        "attachment; filename=\"redemptions.csv\"", answer.headers().get("Content-Disposition"));
  }

  @Tag("slow")
  @Test
  void aLongFileIsSentWhileItIsRead() throws Exception {
    ledger.fill(20_000, "o");
    Answer answer = edge.ask(Call.get("/ledger/redemptions/export").key(edge.key("reader")));
    assertEquals(0, answer.body().length);
    Counter counter = new Counter();
    answer.stream().orElseThrow().writeTo(counter);
    assertEquals(20_001, counter.lines);
    assertTrue(counter.most <= 64 << 10, counter.most + " bytes at once");
    assertFalse(counter.most == 0);
  }

  private static final class Counter extends OutputStream {
    private long lines;
    private int most;

    @Override
    public void write(int b) {
      lines += b == '\n' ? 1 : 0;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      most = Math.max(most, length);
      for (int i = from; i < from + length; i++) {
        write(bytes[i]);
      }
    }
  }
}
