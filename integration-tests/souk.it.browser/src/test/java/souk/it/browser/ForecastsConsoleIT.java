package souk.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import souk.it.harness.Platform;
import souk.it.harness.Shop;

/** The page Forecasts, in a real browser before a real platform. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ForecastsConsoleIT extends ConsoleVisit {
  private static final String PAGE = "souk-forecasts?lang=en";

  @BeforeAll
  static void open() throws Exception {
    visit(PAGE, "Forecasts");
  }

  /** Unfolds the form of an action, gives a reason, presses, and waits for the job's end. */
  private static void start(String action) throws Exception {
    WebElement form = withButton(browser.all("details.act"), action);
    String told =
        browser.act(browser.unfold(form).findElement(By.tagName("form")), "new sales", action);
    assertTrue(told.contains("Started as job"), told);
    String job = told.replaceAll(".*job ([^ ]+)\\. .*", "$1");
    Platform.await(
        "job " + job,
        java.time.Duration.ofMinutes(3),
        () -> platform.get("/jobs/" + job).path("state").asText(),
        List.of("DONE", "FAILED")::contains);
    assertEquals("DONE", platform.get("/jobs/" + job).path("state").asText(), job);
    browser.open(PAGE);
  }

  @Test
  @Order(0)
  void anEmptyPageSaysWhatToDo() throws Exception {
    PageCheck check = new PageCheck(browser);
    check.page("souk-forecasts", "souk-forecasts-empty");
    assertEquals(List.of(), check.faults());
    browser.open(PAGE);
    assertTrue(browser.find(".empty").getText().contains("There are no sales yet"));
  }

  @Test
  @Order(1)
  void salesAreForecastFromThePage() throws Exception {
    Path csv = folder.resolve("shop.csv");
    Shop.write(csv);
    platform.job("/loads", Shop.load(csv));
    browser.open(PAGE);
    assertTrue(browser.find(".empty").getText().contains("There is no forecast yet"));
    start("run");
    assertTrue(browser.find("#forecast").getText().contains("Article"), browser.text());
    assertTrue(browser.all("#backtest ~ table tbody tr").size() > 1, browser.text());
  }

  @Test
  @Order(2)
  void anArticleIsSearchedByKeyboardAndShown() throws Exception {
    browser.open(PAGE);
    WebElement words = browser.find("input[name=words]");
    words.sendKeys("article 17" + Keys.ENTER);
    browser.await(() -> browser.address().contains("words=article+17"), "the search");
    assertEquals(1, browser.all("#forecast ~ svg.wide").size());
    assertEquals("Article 17 (A117)", browser.find("#forecast").getText());
    assertEquals(1, browser.all(".souk table tbody a").size());
    WebElement numbers = browser.unfold(browser.find("#forecast ~ details"));
    assertEquals(8, numbers.findElements(By.cssSelector("tbody tr")).size());
  }

  @Test
  @Order(3)
  void salesAreTakenApartAndDriftIsChecked() throws Exception {
    browser.open(PAGE);
    start("decompose");
    assertTrue(browser.find("#parts ~ dl").getText().contains("Baseline"), browser.text());
    assertEquals(1, browser.all("#parts ~ svg.wide").size());
    start("check");
    assertTrue(browser.all("#drift ~ .empty").isEmpty(), browser.text());
    assertTrue(browser.find("#champions ~ table").getText().contains("all articles"));
  }

  /** In both languages, for a desk and a phone. */
  @Test
  @Order(4)
  void thePageFitsSpeaksBothLanguagesAndIsReachedByKeyboard() throws Exception {
    PageCheck check = new PageCheck(browser);
    check.page("souk-forecasts", "souk-forecasts");
    check.page("souk-forecasts?words=nothing", "souk-forecasts-nothing");
    assertEquals(List.of(), check.faults());
    browser.width(1280);
    browser.open(PAGE);
    check.picture("forecast", "section[aria-labelledby=forecast]");
    check.picture("parts", "section[aria-labelledby=parts]");
    check.picture("backtest", "section[aria-labelledby=backtest]");
    check.picture("drift", "section[aria-labelledby=drift]");
    check.picture("champions", "section[aria-labelledby=champions]");
    browser.width(390);
    browser.open("souk-forecasts?lang=zh&words=17");
    check.picture("forecasts-found-390");
  }

  @Test
  @Order(5)
  void nothingWasComplainedAbout() {
    assertEquals(List.of(), browser.complaints());
  }
}
