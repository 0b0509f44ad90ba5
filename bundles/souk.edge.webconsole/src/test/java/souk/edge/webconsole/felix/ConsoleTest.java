package souk.edge.webconsole.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souk.edge.webconsole.Samples;
import souk.edge.webconsole.Trying;
import souk.edge.webconsole.Work;
import souk.kernel.api.Actor;
import souk.kernel.api.AuditEntry;

/** What a browser, a script and an attacker meet. */
class ConsoleTest {
  @TempDir static Path state;
  private static final Samples SAMPLES = new Samples();
  private static final Work WORK = new Work();
  private static final Trying TRYING = new Trying();
  private static ConsoleFelix console;
  private static String login;

  @BeforeAll
  static void start() throws Exception {
    console = new ConsoleFelix(state, SAMPLES, WORK, TRYING, ConsoleFelix.freePort());
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (get("souk-strategies", null).statusCode() != 401 && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    Path first;
    try (Stream<Path> files = Files.walk(state)) {
      first = files.filter(f -> f.endsWith("console.first")).findFirst().orElseThrow();
    }
    login = ConsoleFelix.basic("admin", Files.readString(first).strip());
    while (get("souk-plans", login).statusCode() != 200 && System.nanoTime() < end) {
      Thread.sleep(50);
    }
  }

  @AfterAll
  static void stop() throws Exception {
    console.close();
  }

  @Test
  void withoutTheRightPasswordNothingIsShown() throws Exception {
    for (String page : new String[] {"", "bundles", "configMgr", "souk-strategies", "souk-plans"}) {
      assertEquals(401, get(page, null).statusCode(), page);
    }
    HttpResponse<String> answer = get("souk-plans", ConsoleFelix.basic("admin", "admin"));
    assertEquals(401, answer.statusCode());
    assertFalse(answer.body().contains("P-2"));
    assertTrue(answer.headers().firstValue("WWW-Authenticate").isPresent());
  }

  @Test
  void pagesCarryHeadersThatProtectTheBrowser() throws Exception {
    HttpResponse<String> answer = get("souk-strategies", login);
    assertEquals(200, answer.statusCode());
    assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
    assertEquals("DENY", header(answer, "X-Frame-Options"));
    assertTrue(header(answer, "Content-Security-Policy").contains("frame-ancestors 'none'"));
    assertTrue(header(answer, "Cache-Control").contains("no-store"));
    String policy = header(answer, "Content-Security-Policy");
    String word = policy.replaceAll(".*'nonce-([0-9a-f]{32})'.*", "$1");
    assertFalse(policy.contains("script-src 'self' 'unsafe"), policy);
    assertEquals(32, word.length(), policy);
    assertTrue(answer.body().contains("nonce=\"" + word + "\""));
    assertFalse(header(get("souk-strategies", login), "Content-Security-Policy").contains(word));
  }

  @Test
  void strategiesAreShownEscapedInBothLanguages() throws Exception {
    String english = get("souk-strategies?lang=en", login).body();
    assertTrue(english.contains("Theta method"));
    assertTrue(english.contains("seasonal-naive@1.0.0"));
    assertTrue(english.contains("&lt;img src=x onerror=alert(1)&gt;"));
    assertFalse(english.contains("<img src=x"));
    assertTrue(english.contains("23.4 ms"));
    assertTrue(english.contains("No strategy of this role is here now."));
    assertTrue(get("souk-strategies?lang=zh", login).body().contains("策略"));
  }

  @Test
  void styleAndScriptAreServed() throws Exception {
    assertEquals(200, get("souk-strategies/res/souk.css", login).statusCode());
    assertEquals(200, get("souk-plans/res/live.js", login).statusCode());
    assertFalse(get("souk-plans/res/../messages.properties", login).body().contains("plans.title"));
  }

  @Test
  void aButtonWithAReasonActsOnceAndTellsSo() throws Exception {
    HttpResponse<String> answer =
        post(
            "souk-strategies",
            "action=select&role=Forecaster&strategy=theta&version=1.0.0&reason=better&lang=en",
            null);
    assertEquals(302, answer.statusCode());
    assertTrue(SAMPLES.asked.contains("select Forecaster:theta@1.0.0 by admin: better"));
    URI next = answer.uri().resolve(header(answer, "Location"));
    assertTrue(get(next, login).body().contains("Forecaster:theta@1.0.0 serves its role now."));
    assertFalse(get(next, login).body().contains("serves its role now."));
  }

  @Test
  void aRefusalIsShownEscaped() throws Exception {
    HttpResponse<String> answer =
        post(
            "souk-strategies",
            "action=warm&role=Forecaster&strategy=stranger&version=1.0.0&reason=try",
            null);
    String page = get(answer.uri().resolve(header(answer, "Location")), login).body();
    assertTrue(page.contains("The answer of &lt;b&gt;stranger&lt;/b&gt; is NaN."));
  }

  @Test
  void withoutAReasonNothingHappens() throws Exception {
    int before = SAMPLES.asked.size();
    post("souk-strategies", "action=drain&role=Forecaster&strategy=theta&version=1.0.0", null);
    assertEquals(before, SAMPLES.asked.size());
  }

  @Test
  void aForeignOriginIsRefusedEvenWithThePassword() throws Exception {
    int before = SAMPLES.asked.size();
    String body = "action=drain&role=Forecaster&strategy=theta&version=1.0.0&reason=x";
    assertEquals(403, post("souk-strategies", body, "http://evil.example").statusCode());
    assertEquals(403, post("configMgr", "apply=true", "http://evil.example").statusCode());
    assertEquals(before, SAMPLES.asked.size());
    String own = "http://localhost:" + console.page("").getPort();
    assertEquals(302, post("souk-strategies", body, own).statusCode());
  }

  @Test
  void uploadsAreRefused() throws Exception {
    HttpRequest upload =
        HttpRequest.newBuilder(console.page("bundles"))
            .header("Authorization", login)
            .header("Content-Type", "multipart/form-data; boundary=x")
            .POST(HttpRequest.BodyPublishers.ofString("--x--\r\n"))
            .build();
    HttpResponse<String> answer = send(upload);
    assertEquals(403, answer.statusCode());
    assertTrue(answer.body().contains("deploy folder"));
  }

  @Test
  void aPlanIsApprovedPublishedAndTakenBack() throws Exception {
    String list = get("souk-plans?lang=en", login).body();
    assertTrue(list.contains("GBP 1,234.56") || list.contains("1234.56"), list);
    assertTrue(list.contains("simulated"));
    String plan = get("souk-plans?plan=P-2&lang=en", login).body();
    assertTrue(plan.contains("Unit costs are assumed as 60 % of the price."));
    assertTrue(plan.contains("WHITE HANGING HEART &lt;T-LIGHT&gt; HOLDER"));
    assertTrue(plan.contains("The response is not identified"));
    post("souk-plans", "action=approve&plan=P-2&reason=ok", null);
    post("souk-plans", "action=publish&plan=P-2&holdOut=25&seed=7&reason=go", null);
    assertTrue(get("souk-plans?lang=en", login).body().contains("U-1"));
    post("souk-plans", "action=undo&publication=U-1&reason=back", null);
    assertTrue(SAMPLES.asked.contains("approve P-2 by admin: ok"));
    assertTrue(SAMPLES.asked.contains("publish P-2 without [85123A]"), SAMPLES.asked.toString());
    assertTrue(SAMPLES.asked.contains("undo U-1"));
    HttpResponse<String> refused =
        post("souk-plans", "action=approve&plan=P-1&reason=please", null);
    String page = get(refused.uri().resolve(header(refused, "Location")), login).body();
    assertTrue(page.contains("The guards block plan P-1."));
  }

  @Test
  void theOverviewSaysWhatIsWrong() throws Exception {
    String page = get("souk-overview?lang=en", login).body();
    assertTrue(page.contains("The decision log cannot be written: the &lt;disk&gt; is full"), page);
    assertTrue(page.contains("Forecaster:stranger@1.0.0 was taken out of rotation"), page);
    assertTrue(page.contains("load · running 42 %"), page);
  }

  @Test
  void aRunningJobIsStoppedWithAReasonAndAnEndedOneNot() throws Exception {
    String page = get("souk-jobs?lang=en", login).body();
    assertTrue(page.contains("1,500.0 a second"), page);
    assertTrue(page.contains("1 min 15 s"), page);
    assertTrue(page.contains("No &lt;data&gt; is loaded."), page);
    post("souk-jobs", "action=cancel&job=J-2", null);
    assertFalse(WORK.asked.contains("cancel J-2"));
    post("souk-jobs", "action=cancel&job=J-2&reason=wrong+file", null);
    assertTrue(WORK.asked.contains("cancel J-2"));
    HttpResponse<String> late = post("souk-jobs", "action=cancel&job=J-1&reason=x&lang=en", null);
    String told = get(late.uri().resolve(header(late, "Location")), login).body();
    assertTrue(told.contains("Job J-1 is unknown or has ended already."), told);
  }

  @Test
  void aLoadAddsUpAndItsQuarantineIsPagedAndDownloaded() throws Exception {
    String page = get("souk-data?load=L-1&from=50&lang=en", login).body();
    assertTrue(page.contains("The rows add up"), page);
    assertTrue(page.contains("The money adds up"), page);
    assertTrue(page.contains("&lt;i&gt;This&lt;/i&gt; is no number."), page);
    assertTrue(page.contains("<code>=1+50</code>"), page);
    assertFalse(page.contains("<code>=1+49</code>"), page);
    assertTrue(page.contains("from=100"), page);
    assertTrue(page.contains("row.strange"), page);
    HttpResponse<String> file = get("souk-data/quarantine.csv?load=L-1", login);
    assertEquals(200, file.statusCode());
    assertTrue(header(file, "Content-Disposition").contains("quarantine-L-1.csv"));
    assertEquals(121, file.body().lines().count());
    assertTrue(file.body().contains("2,quantity,'=1+0,row.not-a-number,"), file.body());
    assertEquals(401, get("souk-data/quarantine.csv?load=L-1", null).statusCode());
  }

  @Test
  void trialsAreShownWithTheirFigures() throws Exception {
    String page = get("souk-strategies?lang=en", login).body();
    assertTrue(page.contains("Canary: seasonal-naive@1.0.0 against theta@1.0.0"), page);
    assertTrue(page.contains("500 / 2,000"), page);
    assertTrue(page.contains("-10.0 %, between -15.0 % and -5.0 %"), page);
    assertTrue(page.contains("class=\"bounds worse\""), page);
    assertTrue(page.contains("too few outcomes for an interval"), page);
    assertTrue(page.contains("75.00 % (300 of 400 compared answers are equal)"), page);
    assertTrue(page.contains("&lt;b&gt;7&lt;/b&gt; instead of 8"), page);
    assertTrue(page.contains("stopped: worse"), page);
    String one = get("souk-strategies?lang=en&role=Recommender", login).body();
    assertFalse(one.contains("Theta method"), one);
  }

  @Test
  void trialsAreStartedStoppedAndRolledBackWithAReason() throws Exception {
    String naive = "&role=Forecaster&strategy=seasonal-naive&version=1.0.0&reason=try";
    post("souk-strategies", "action=canary&share=2.5&budget=300&promote=true" + naive, null);
    post("souk-strategies", "action=canary&share=much&budget=300" + naive, null);
    post("souk-strategies", "action=canary&share=250&budget=300" + naive, null);
    post("souk-strategies", "action=shadow" + naive, null);
    post("souk-strategies", "action=stop-trial" + naive, null);
    post("souk-strategies", "action=roll-back&role=Forecaster&reason=worse", null);
    assertEquals(
        List.of(
            "canary Forecaster:seasonal-naive@1.0.0 0.025 300 true: try",
            "shadow Forecaster:seasonal-naive@1.0.0: try",
            "stop Forecaster:seasonal-naive@1.0.0: try"),
        TRYING.asked);
    assertTrue(SAMPLES.asked.contains("roll back Forecaster: worse"));
  }

  @Test
  void theAuditIsFilteredPagedAndDownloaded() throws Exception {
    for (int i = 0; i < 60; i++) {
      TRYING.record(
          AuditEntry.builder(new Actor("eve", "http"), "backup", "<b>" + i)
              .reason("=cmd")
              .before("x")
              .after("y")
              .build());
    }
    String page = get("souk-audit?kind=backup&actor=eve&lang=en", login).body();
    assertTrue(page.contains("&lt;b&gt;59"), page);
    assertFalse(page.contains("&lt;b&gt;9<"), page);
    String link = page.replaceAll("(?s).*href=\"([^\"]*before=[^\"]*)\".*", "$1");
    String next = get(console.page("").resolve(link.replace("&amp;", "&")), login).body();
    assertTrue(next.contains("&lt;b&gt;9<"), next);
    assertFalse(next.contains("&lt;b&gt;59"), next);
    String file = get("souk-audit/audit.csv?kind=backup&text=%3Cb%3E5", login).body();
    assertEquals(12, file.lines().count(), file);
    assertTrue(file.contains(",'=cmd,x,y"), file);
  }

  @Test
  void aLevelIsChangedAndPutBack() throws Exception {
    post("souk-logs", "action=set&logger=souk.it.some&level=DEBUG&reason=look", null);
    assertTrue(get("souk-logs?lang=en", login).body().contains("souk.it.some"));
    post("souk-logs", "action=reset&logger=souk.it.some&reason=seen", null);
    assertFalse(get("souk-logs?lang=en", login).body().contains("souk.it.some"));
    String audit = get("souk-audit?kind=log-level&lang=en", login).body();
    assertTrue(audit.contains(">inherited</span> → <span class=\"after\">DEBUG<"), audit);
  }

  private static HttpResponse<String> get(String page, String authorization) throws Exception {
    return get(console.page(page), authorization);
  }

  private static HttpResponse<String> get(URI uri, String authorization)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return send(request.build());
  }

  private static HttpResponse<String> post(String page, String form, String origin)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(console.page(page))
            .header("Authorization", login)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    if (origin != null) {
      request.header("Origin", origin);
    }
    return send(request.build());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  /** A refused post leaves its body unread and the connection closed, so none is used twice. */
  private static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
