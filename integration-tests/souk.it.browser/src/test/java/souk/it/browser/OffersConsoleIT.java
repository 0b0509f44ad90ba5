package souk.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import souk.it.harness.Shop;

/** The page Offers and coupons, in a real browser before a real platform. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OffersConsoleIT extends ConsoleVisit {
  private static final String PAGE = "souk-offers?lang=en";

  @BeforeAll
  static void open() throws Exception {
    visit(PAGE, "Offers and coupons");
  }

  private static WebElement row(String offerId) {
    return browser.all(".souk tbody tr").stream()
        .filter(
            row ->
                row.findElements(By.className("id")).stream()
                    .anyMatch(id -> id.getText().equals(offerId)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(offerId + " not in " + browser.text()));
  }

  /** The form behind Change… that has the button of an action. */
  private static WebElement form(String offerId, String action) {
    WebElement details = browser.unfold(row(offerId).findElement(By.tagName("details")));
    return withButton(details.findElements(By.tagName("form")), action);
  }

  @Test
  @Order(0)
  void anEmptyPageSaysWhatToDo() throws Exception {
    PageCheck check = new PageCheck(browser);
    check.page("souk-offers", "souk-offers-empty");
    assertEquals(List.of(), check.faults());
    assertEquals(0, browser.all(".souk tbody tr").size());
  }

  /** With names and ids that are longer than a line. */
  @Test
  @Order(1)
  void thePageFitsSpeaksBothLanguagesAndIsReachedByKeyboard() throws Exception {
    Shop.open(platform, folder);
    OfferCounter.open(platform);
    PageCheck check = new PageCheck(browser);
    check.page("souk-offers", "souk-offers");
    assertEquals(List.of(), check.faults());
  }

  @Test
  @Order(2)
  void anOfferIsPausedKilledAndLifted() {
    browser.open(PAGE);
    assertTrue(browser.find("#offers-live").getText().startsWith("Live ("), browser.text());
    assertTrue(row(OfferCounter.LATER).getText().contains("scheduled"), browser.text());
    String told = browser.act(form(OfferCounter.SPRING, "pause"), "no stock", "pause");
    assertTrue(told.contains("is paused"), told);
    assertTrue(row(OfferCounter.SPRING).getText().contains("no stock"), browser.text());
    told = browser.act(form(OfferCounter.SPRING, "resume"), "stock is back", "resume");
    assertTrue(told.contains("is given again"), told);
    WebElement kill = form(OfferCounter.SPRING, "kill");
    kill.findElement(By.name("confirm")).click();
    told = browser.act(kill, "wrong price", "kill");
    assertTrue(told.contains("is killed"), told);
    told = browser.act(form(OfferCounter.SPRING, "lift"), "price is right", "lift");
    assertTrue(told.contains("is lifted"), told);
  }

  @Test
  @Order(3)
  void allOffersAreStoppedAndGivenAgain() throws Exception {
    browser.open(PAGE);
    WebElement details = browser.unfold(browser.find("details.switch"));
    WebElement form = details.findElement(By.tagName("form"));
    form.findElement(By.name("confirm")).click();
    String told = browser.act(form, "fire drill", "kill-all");
    assertTrue(told.contains("All offers are stopped"), told);
    new PageCheck(browser).picture("offers-killed");
    WebElement alert = browser.find(".report.block");
    assertTrue(alert.getText().contains("fire drill"), alert.getText());
    told = browser.act(alert.findElement(By.tagName("form")), "over", "lift-all");
    assertTrue(told.contains("given again"), told);
    assertEquals(0, browser.all(".report.block").size());
  }

  @Test
  @Order(4)
  void aPastedCartIsExplained() throws Exception {
    browser.open(PAGE);
    browser.find("textarea[name=cart]").sendKeys(OfferCounter.SKU + " 2\n" + Shop.sku(5) + " 1");
    WebElement form = browser.find("#why-not ~ form");
    String told = browser.press(form, "explain");
    assertTrue(told.contains("were looked at"), told);
    String answer = browser.find("#explained").getText();
    assertTrue(answer.contains(OfferCounter.SPRING), answer);
    assertTrue(answer.contains("To be paid"), answer);
    for (int width : new int[] {1280, 390}) {
      browser.width(width);
      new PageCheck(browser).picture("offers-why-not-" + width);
      browser.width(width);
      new PageCheck(browser).picture("why-not-" + width, "section[aria-labelledby=why-not]");
    }
    browser.width(1280);
    browser.find("textarea[name=cart]").clear();
    browser.find("textarea[name=cart]").sendKeys("TEA two");
    told = browser.press(browser.find("#why-not ~ form"), "explain");
    assertTrue(told.contains("Line 1 must be"), told);
  }

  @Test
  @Order(5)
  void codesAreMadeFetchedOnceAndBlocked() throws Exception {
    assumeTrue(OfferCounter.hasLedger(platform), "no ledger is installed");
    browser.open(PAGE);
    WebElement form = browser.unfold(browser.find("#generate")).findElement(By.tagName("form"));
    form.findElement(By.name("batch")).sendKeys("SPRING-2026");
    form.findElement(By.name("prefix")).sendKeys("SP");
    String told = browser.act(form, "for the newsletter", "generate");
    assertTrue(told.contains("codes are being made"), told);
    browser.await(
        () -> {
          browser.open(PAGE);
          return !browser.all("a[download]").isEmpty();
        },
        "the codes");
    String file = browser.find("a[download]").getAttribute("href");
    Object text =
        browser.run(
            "const r = new XMLHttpRequest(); r.open('GET', arguments[0], false); r.send();"
                + " return r.responseText",
            file);
    assertEquals(1_001, String.valueOf(text).lines().count());
    browser.open(PAGE);
    assertEquals(0, browser.all("a[download]").size());
    new PageCheck(browser).picture("offers-coupons");
    new PageCheck(browser).picture("coupons", "section[aria-labelledby=coupons]");
    WebElement batch =
        browser.all("#coupons ~ [data-region=batches] tbody tr").stream()
            .filter(r -> r.getText().contains("SPRING-2026"))
            .findFirst()
            .orElseThrow();
    WebElement block = browser.unfold(batch.findElement(By.tagName("details")));
    told = browser.act(block.findElement(By.tagName("form")), "leaked", "block");
    assertTrue(told.contains("can be used"), told);
    assertFalse(browser.text().contains("DIFFERS"));
  }

  @Test
  @Order(6)
  void memberPricesAreSubmittedApprovedAndPublished() throws Exception {
    browser.open(PAGE);
    WebElement form = browser.unfold(browser.find("#shop")).findElement(By.tagName("form"));
    form.findElement(By.name("document")).sendKeys("{\"version\": 1}");
    String told = browser.act(form, "members", "submit");
    assertTrue(told.contains("currency"), told);
    form = browser.unfold(browser.find("#shop")).findElement(By.tagName("form"));
    form.findElement(By.name("document")).sendKeys(OfferCounter.goldPrices());
    told = browser.act(form, "members", "submit");
    assertTrue(told.contains("waits for a decision"), told);
    new PageCheck(browser).picture("review", "section[aria-labelledby=reviews]");
    told = browser.act(decision("approve"), "as agreed", "approve");
    assertTrue(told.contains("is approved"), told);
    told = browser.act(decision("publish"), "go", "publish");
    assertTrue(told.contains("is in force"), told);
    String layers = browser.find("#layers ~ table").getText();
    assertTrue(layers.contains("gold") && layers.contains("level:gold"), layers);
  }

  /** The form of the change under review that has the button of an action. */
  private static WebElement decision(String action) {
    browser.unfold(browser.find("#reviews ~ table details"));
    return withButton(browser.all("#reviews ~ table form"), action);
  }

  @Test
  @Order(7)
  void nothingWasComplainedAbout() {
    assertEquals(List.of(), browser.complaints());
  }
}
