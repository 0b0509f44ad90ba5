package souk.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
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

/** The pages Segments and Customers, in a real browser before a real platform. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CustomersConsoleIT extends ConsoleVisit {
  private static final String SEGMENTS = "souk-segments?lang=en";
  private static final String CUSTOMERS = "souk-customers?lang=en";

  @BeforeAll
  static void open() throws Exception {
    visit(SEGMENTS, "Segments");
  }

  /** Unfolds the form of a page, gives a reason, presses, and waits for the job's end. */
  private static void start(String page) throws Exception {
    browser.open(page);
    WebElement form = withButton(browser.all("details.act"), "run");
    String told =
        browser.act(browser.unfold(form).findElement(By.tagName("form")), "new sales", "run");
    assertTrue(told.contains("Started as job"), told);
    String job = told.replaceAll(".*job ([^ ]+)\\. .*", "$1");
    Platform.await(
        "job " + job,
        Duration.ofMinutes(3),
        () -> platform.get("/jobs/" + job).path("state").asText(),
        List.of("DONE", "FAILED")::contains);
    assertEquals("DONE", platform.get("/jobs/" + job).path("state").asText(), job);
    browser.open(page);
  }

  @Test
  @Order(0)
  void emptyPagesSayWhatToDo() throws Exception {
    PageCheck check = new PageCheck(browser);
    check.page("souk-segments", "souk-segments-empty");
    check.page("souk-customers", "souk-customers-empty");
    assertEquals(List.of(), check.faults());
    browser.open(SEGMENTS);
    assertTrue(browser.find(".empty").getText().contains("There are no sales yet"));
  }

  @Test
  @Order(1)
  void customersAreSegmentedAndScoredFromThePages() throws Exception {
    Path csv = folder.resolve("shop.csv");
    Shop.write(csv);
    platform.job("/loads", Shop.load(csv));
    start(SEGMENTS);
    assertTrue(browser.all("#groups ~ table tbody tr").size() > 1, browser.text());
    start(CUSTOMERS);
    assertEquals(10, browser.all("#list ~ table tbody tr").size());
    assertEquals(1, browser.all("svg.reliability").size());
    assertTrue(browser.all("svg.reliability > circle").size() > 3, browser.text());
  }

  @Test
  @Order(2)
  void aCustomerIsFoundByKeyboardAndExplained() throws Exception {
    browser.open(CUSTOMERS);
    browser.find("input[name=customer]").sendKeys("12003" + Keys.ENTER);
    browser.await(() -> browser.address().contains("customer=12003"), "the search");
    assertEquals("Customer 12003", browser.find("#profile").getText());
    assertTrue(browser.all("#profile ~ ul li").size() > 2, browser.text());
    String attributes = browser.find("#profile ~ table").getText();
    assertTrue(attributes.contains("best-calibrated@1.0.0"), attributes);
    assertTrue(attributes.contains("Segment"), attributes);
    browser.open(CUSTOMERS + "&customer=nobody");
    assertTrue(browser.find(".bad").getText().contains("does not know"), browser.text());
  }

  /** In both languages, for a desk and a phone. */
  @Test
  @Order(3)
  void thePagesFitSpeakBothLanguagesAndAreReachedByKeyboard() throws Exception {
    PageCheck check = new PageCheck(browser);
    check.page("souk-segments", "souk-segments");
    check.page("souk-customers?customer=12003", "souk-customers");
    assertEquals(List.of(), check.faults());
  }

  @Test
  @Order(4)
  void nothingWasComplainedAbout() {
    assertEquals(List.of(), browser.complaints());
  }
}
