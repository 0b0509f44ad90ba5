package souk.edge.webconsole.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.edge.webconsole.Samples;
import souk.edge.webconsole.Trying;
import souk.edge.webconsole.Work;

/** The page Offers and coupons in a real framework with a real server. */
class OffersPageTest {
  private static final String PAGE = "souk-offers";

  @TempDir static Path state;
  private static ConsoleFelix console;
  private static Administrator admin;

  @BeforeAll
  static void start() throws Exception {
    console =
        new ConsoleFelix(state, new Samples(), new Work(), new Trying(), ConsoleFelix.freePort());
    admin = Administrator.of(console, state, PAGE);
  }

  @AfterAll
  static void stop() throws Exception {
    console.close();
  }

  private static HttpResponse<String> get(String page) throws Exception {
    return admin.get(page);
  }

  private static String press(String form) throws Exception {
    return admin.press(form);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void offersAreShownByStateWithWhatTheyCost() throws Exception {
    String page = get(PAGE + "?lang=en").body();
    assertTrue(page.contains("Live ("), page);
    assertTrue(page.contains("&lt;b&gt;Spring&lt;/b&gt;"));
    assertTrue(page.contains("GBP 125.00 of GBP 500.00"));
    assertTrue(page.contains("25\u00a0%"));
    assertTrue(page.contains("40 / 100"));
    assertTrue(page.contains("Ended (1)"));
    String chinese = get(PAGE + "?lang=zh").body();
    assertTrue(chinese.contains("优惠 SPRING") && chinese.contains("已用预算"));
  }

  @Test
  void stoppingForGoodWantsAConfirmation() throws Exception {
    String kill = "action=kill&offer=LATER&reason=too+deep";
    assertTrue(press(kill).contains("Please tick the box"));
    assertFalse(console.counter.asked.toString().contains("KILLED"));
    assertTrue(press(kill + "&confirm=yes").contains("LATER is killed"));
    assertTrue(get(PAGE + "?lang=en").body().contains("by ann"));
    assertTrue(press("action=lift&offer=LATER&reason=ok").contains("is lifted"));
    assertTrue(
        console.counter.asked.contains("KILLED LATER by admin admin: too deep"),
        console.counter.asked::toString);
    assertTrue(press("action=kill-all&reason=fire").contains("Please tick the box"));
    assertTrue(press("action=kill-all&reason=fire&confirm=yes").contains("No offer is given"));
    assertFalse(press("action=lift-all&reason=out").contains("No offer is given at all"));
    assertTrue(press("action=pause&offer=OVER").contains("Please give a reason"));
  }

  @Test
  void aPastedCartIsExplainedEscaped() throws Exception {
    String page =
        press(
            "action=explain&cart="
                + encoded("A<1> 2\nB 1")
                + "&audience=level:gold&at=2026-12-24T18:00:00Z");
    assertTrue(page.contains("✗ audience: Not &lt;gold&gt;."), page);
    assertEquals(
        2, page.split("Not &lt;gold&gt;\\.", -1).length, "a failed condition is told once");
    assertTrue(page.contains("GBP 5.00 more for GBP 1.00 off."));
    assertTrue(page.contains("✓ channel: holds"));
    assertTrue(page.contains("A&lt;1&gt; 2"));
    assertFalse(page.contains("<i>Spring</i>"));
    assertTrue(page.contains("GBP 9.00"));
    assertTrue(
        console.counter.asked.contains("preview [level:gold] Optional[2026-12-24T18:00:00Z]"));
    assertTrue(press("action=explain&cart=A+x").contains("Line 1 must be"));
    assertTrue(press("action=explain&cart=A&at=soon").contains("is no instant"));
  }

  @Test
  void codesAreFetchedOnceAndABatchIsBlocked() throws Exception {
    String made =
        press("action=generate&batch=" + encoded("=B") + "&codes=3&uses=1&prefix=SP&reason=spring");
    assertTrue(made.contains("codes are being made"), made);
    Pattern link = Pattern.compile("coupons\\.csv\\?export=([0-9a-f-]+)");
    Matcher found = link.matcher(get(PAGE + "?lang=en").body());
    for (int i = 0; i < 100 && !found.find(); i++) {
      Thread.sleep(50);
      found = link.matcher(get(PAGE + "?lang=en").body());
    }
    String file = PAGE + "/coupons.csv?export=" + found.group(1);
    HttpResponse<String> csv = get(file);
    assertEquals("\ufeffbatch_id,code\r\n'=B,SP0\r\n'=B,SP1\r\n'=B,SP2\r\n", csv.body());
    assertFalse(get(file).body().contains("SP0"));
    assertTrue(press("action=block&batch=" + encoded("=B") + "&reason=leaked").contains("blocked"));
    assertTrue(console.ledger.asked.contains("block =B"));
    assertTrue(press("action=generate&batch=C&codes=0&uses=1&reason=r").contains("between 1 and"));
  }

  @Test
  void aLedgerThatDiffersWaitsForAnOperator() throws Exception {
    String page = get(PAGE + "?lang=en").body();
    assertTrue(page.contains("Row 7 is &lt;torn&gt;."), page);
    assertTrue(press("action=accept&difference=D-7&reason=seen").contains("Please tick the box"));
    assertTrue(
        press("action=accept&difference=D-7&reason=seen&confirm=yes").contains("served again"));
    assertTrue(console.ledger.asked.contains("accept D-7 by admin"));
  }

  @Test
  void factsAboutArticlesAreSubmittedDecidedAndPublished() throws Exception {
    assertTrue(get(PAGE + "?lang=en").body().contains("There is no price layer"));
    assertTrue(press("action=submit&document=%3F&reason=r").contains("No &lt;document&gt;."));
    assertTrue(press("action=submit&document=AAA&reason=").contains("Please give a reason"));
    String page = press("action=submit&document=AAA&reason=brands");
    assertTrue(page.contains("waits for a decision as OR-1"), page);
    assertTrue(page.contains("facts about 3 articles") && page.contains("Too &lt;deep&gt;."));
    assertTrue(get(PAGE + "?lang=zh").body().contains("3 个商品的资料"));
    assertTrue(press("action=approve&review=OR-1&reason=fine").contains("OR-1 is approved"));
    assertTrue(press("action=publish&review=OR-1&reason=go").contains("publication PUB-8"));
    assertTrue(get(PAGE + "?lang=en").body().contains("No change waits for a decision"));
    assertTrue(
        console.counter.asked.containsAll(
            List.of("submit layers 0 articles 3: brands", "APPROVED OR-1: fine")),
        console.counter.asked::toString);
  }
}
