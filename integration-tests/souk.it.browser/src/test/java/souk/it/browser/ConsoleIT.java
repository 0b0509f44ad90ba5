package souk.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import souk.it.harness.Platform;
import souk.it.harness.Shop;

/** What an administrator does in the console, in a real browser before a real platform. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleIT {
  @TempDir static Path folder;
  private static Platform platform;
  private static Browser browser;
  private static String plan;

  @BeforeAll
  static void open() throws Exception {
    assumeTrue(Browser.missing().isEmpty(), () -> Browser.missing().orElse(""));
    platform = Platform.start(folder);
    plan = Counter.open(platform, folder);
    browser = new Browser(platform, folder);
  }

  @AfterAll
  static void close() throws Exception {
    if (browser != null) {
      browser.close();
    }
    if (platform != null) {
      platform.close();
    }
  }

  @Test
  @Order(1)
  void wrongPasswordsAreRefusedThenSlowedDownAndTheRightOneIsTaken() throws Exception {
    String password = Files.readString(platform.data().resolve("secrets/console.first")).strip();
    String told = "";
    for (int i = 0; i < 8 && !told.contains("Too many"); i++) {
      told = browser.login("admin", "wrong" + i, "souk-overview");
      assertFalse(told.contains("Serving now"), told);
    }
    assertTrue(told.contains("Too many wrong logins"), told);
    browser.await(
        () -> browser.login("admin", password, "souk-overview?lang=en").contains("Serving now"),
        "the login with the right password");
    browser.complaints();
  }

  @Test
  @Order(2)
  void everyPageFitsIsLabelledSpeaksBothLanguagesAndIsReachedByKeyboard() throws Exception {
    browser.open("souk-overview?lang=en");
    List<String> pages =
        browser.all("#technav a[href*='souk-'], #navmenu a[href*='souk-']").stream()
            .map(a -> a.getAttribute("href").replaceAll(".*/", ""))
            .distinct()
            .toList();
    assertTrue(pages.size() >= 8, pages.toString());
    String load = first("/loads");
    PageCheck check = new PageCheck(browser);
    for (String page : pages) {
      check.page(page, page);
    }
    check.page("souk-data?load=" + load, "souk-data-load");
    check.page("souk-plans?plan=" + plan, "souk-plans-plan");
    check.page("souk-configuration?pid=souk.kernel.router", "souk-configuration-form");
    assertEquals(List.of(), check.faults());
  }

  private static String first(String list) throws Exception {
    JsonNode answer = platform.get(list);
    JsonNode items = answer.isArray() ? answer : answer.path("items");
    return items.get(0).path("loadId").asText();
  }

  @Test
  @Order(3)
  void aStrategyIsSelectedWithAReasonServesAndStandsInTheAudit() throws Exception {
    browser.open("souk-strategies?lang=en&role=Forecaster");
    String before = browser.find("ol.way .primary .chip").getText();
    WebElement details = browser.unfold(row("seasonal-naive@").findElement(By.tagName("details")));
    String told = browser.act(details.findElement(By.tagName("form")), "colder <week>", "select");
    assertTrue(told.contains("seasonal-naive") && told.contains("serves its role now"), told);
    assertTrue(browser.find("ol.way .primary").getText().contains("easonal"), browser.text());
    assertEquals(
        "seasonal-naive",
        platform.role("Forecaster").path("strategies").get(0).path("strategy").asText());
    browser.open("souk-audit?lang=en&kind=selection");
    assertTrue(browser.text().contains("colder <week>"), browser.text());
    browser.open("souk-strategies?lang=en&role=Forecaster");
    WebElement back = browser.unfold(browser.find("details.roll-back"));
    browser.act(back.findElement(By.tagName("form")), "it got warmer", "roll-back");
    assertEquals(before, browser.find("ol.way .primary .chip").getText());
  }

  @Test
  @Order(4)
  void aCanaryIsStartedSeenAndStopped() throws Exception {
    browser.open("souk-strategies?lang=en&role=SelectionPolicy");
    WebElement details = browser.unfold(row("by-priority@").findElement(By.tagName("details")));
    WebElement form = details.findElements(By.tagName("form")).get(1);
    form.findElement(By.name("share")).clear();
    form.findElement(By.name("share")).sendKeys("50");
    String told = browser.act(form, "does it keep more margin?", "canary");
    assertTrue(told.contains("guardrails watch"), told);
    assertTrue(browser.find("ol.way .canary").getText().contains("50 %"), browser.text());
    assertTrue(browser.find(".trial").getText().contains("0 / 2,000"), browser.text());
    for (int i = 0; i < 120; i++) {
      ObjectNode cart = Shop.cart(2, Shop.sku(i % 20), Shop.sku(i % 20 + 5));
      String customer = Integer.toString(12_000 + i);
      platform.send("POST", "/quotes", cart.put("customer", customer), platform.key("till"));
    }
    browser.await(
        () -> !browser.find(".trial").getText().contains("\n0 / 2,000"), "exposures of the canary");
    new PageCheck(browser).picture("canary");
    WebElement stop = browser.all(".trial > details").get(0);
    told = browser.act(browser.unfold(stop).findElement(By.tagName("form")), "seen", "stop-trial");
    assertTrue(told.contains("is ended"), told);
    assertEquals(0, browser.all(".trial").size());
  }

  @Test
  @Order(5)
  void aPlanIsApprovedAndPublished() {
    browser.open("souk-plans?lang=en&plan=" + plan);
    String told = browser.act(browser.find(".plan form.act"), "looks right", "approve");
    assertTrue(told.contains("is approved"), told);
    told = browser.act(browser.find(".plan form.act"), "go", "publish");
    assertTrue(told.contains("is in force"), told);
    browser.open("souk-overview?lang=en");
    assertTrue(browser.text().contains("by admin"), browser.text());
  }

  @Test
  @Order(6)
  void aConfigurationIsCheckedSavedAndTakenBack() throws Exception {
    browser.open("souk-configuration?lang=en&pid=souk.kernel.router");
    field("failureLimit", "0");
    String told = browser.press(browser.find("form[novalidate]"), "check");
    assertTrue(told.contains("Nothing was changed"), told);
    assertTrue(browser.text().contains("0 is too small; it must be at least 1."), browser.text());
    field("failureLimit", "7");
    told = browser.press(browser.find("form[novalidate]"), "check");
    assertTrue(told.contains("1 would change"), told);
    assertTrue(browser.find(".report").getText().contains("Starts anew"), browser.text());
    new PageCheck(browser).picture("configuration-check");
    told = browser.act(browser.find("form[novalidate]"), "less nervous", "save");
    assertTrue(told.contains("Saved: 1"), told);
    assertEquals("7", browser.find("[name='field.failureLimit']").getAttribute("value"));
    WebElement undo = browser.all(".souk > details").get(1);
    told = browser.act(browser.unfold(undo).findElement(By.tagName("form")), "calm", "undo");
    assertTrue(told.contains("taken back"), told);
    assertEquals("5", browser.find("[name='field.failureLimit']").getAttribute("value"));
    browser.open("souk-audit?lang=en&kind=configuration");
    assertTrue(browser.text().contains("failureLimit=5 → failureLimit=7"), browser.text());
  }

  @Test
  @Order(6)
  void whatAComponentRefusesIsSetBack() throws Exception {
    browser.open("souk-configuration?lang=en&pid=souk.offer.engine");
    field("pseudonymKeyFile", "/proc/none/key");
    String told = browser.act(browser.find("form[novalidate]"), "try", "save");
    assertTrue(told.contains("what was set before is set again"), told);
    assertTrue(told.contains("/proc/none"), told);
    browser.open("souk-configuration?lang=en&pid=souk.offer.engine");
    assertEquals("", browser.find("[name='field.pseudonymKeyFile']").getAttribute("value"));
    browser.open("souk-configuration?lang=en&pid=souk.trust.policy.price-floor");
    field("marginFloorShare", "5");
    told = browser.press(browser.find("form[novalidate]"), "check");
    assertTrue(told.contains("Nothing was changed"), told);
    assertTrue(
        browser.find(".report").getText().contains("Maybe it was given in percent."),
        browser.text());
  }

  private static void field(String id, String value) {
    WebElement input = browser.find("[name='field." + id + "']");
    input.clear();
    input.sendKeys(value);
  }

  @Test
  @Order(7)
  void aLevelIsChangedWhileThePlatformRuns() {
    browser.open("souk-logs?lang=en");
    WebElement form = browser.all("#levels ~ form").get(0);
    form.findElement(By.name("logger")).sendKeys("souk.offer.engine");
    form.findElement(By.cssSelector("option[value=DEBUG]")).click();
    String told = browser.act(form, "look closer", "set");
    assertTrue(told.contains("souk.offer.engine logs from level DEBUG now."), told);
    WebElement row = row("souk.offer.engine");
    assertTrue(row.getText().contains("as the one above"), row.getText());
    List<WebElement> forms =
        browser.unfold(row.findElement(By.tagName("details"))).findElements(By.tagName("form"));
    browser.act(forms.get(1), "seen", "reset");
    browser.open("souk-logs?lang=en&level=WARN&text=no+such+words");
    assertTrue(browser.text().contains("No entry matches"), browser.text());
  }

  @Test
  @Order(8)
  void rowsSetAsideAreShownWithLineColumnValueAndReason() {
    browser.open("souk-data?lang=en");
    browser.find("#loads ~ table a").click();
    String text = browser.text();
    assertTrue(text.contains("Rows set aside: " + Counter.BAD_ROWS), text);
    assertTrue(text.contains("The rows add up"), text);
    assertTrue(text.contains("The money adds up"), text);
    List<WebElement> rows = browser.all("#quarantine ~ table tbody tr");
    assertEquals(50, rows.size());
    String first = rows.get(0).getText();
    assertTrue(first.contains("3") && first.contains("quantity") && first.contains("=1+1"), first);
    assertTrue(rows.get(2).getText().contains("<b>two</b>"), rows.get(2).getText());
    browser.all("nav.pager a").get(0).click();
    assertEquals(10, browser.all("#quarantine ~ table tbody tr").size());
  }

  @Test
  @Order(9)
  void figuresAreRenewedWithoutReloading() throws Exception {
    browser.open("souk-strategies?lang=en&role=LinePricer");
    WebElement calls = browser.find("[data-live^='calls:']");
    String before = calls.getText();
    for (int i = 0; i < 3; i++) {
      platform.send("POST", "/quotes", Shop.cartWithOffer(platform, 3), platform.key("till"));
    }
    browser.await(() -> !calls.getText().equals(before), "renewed calls");
  }

  @Test
  @Order(10)
  void nothingWasComplainedAbout() {
    assertEquals(List.of(), browser.complaints());
  }

  private static WebElement row(String part) {
    return browser.all(".souk tbody tr").stream()
        .filter(row -> row.getText().contains(part))
        .findFirst()
        .orElseThrow(() -> new AssertionError(part + " not in " + Arrays.asList(browser.text())));
  }
}
