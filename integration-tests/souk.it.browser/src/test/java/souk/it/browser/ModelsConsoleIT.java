package souk.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The page Models, in a real browser before a real platform that learned. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ModelsConsoleIT extends ConsoleVisit {
  private static final String PAGE = "souk-models?lang=en";

  @BeforeAll
  static void open() throws Exception {
    visit(PAGE, "Models");
  }

  /** Visits of a shop: who looks at many pages and comes back buys more often. */
  private static String table(int seed, int rows) {
    Random random = new Random(seed);
    StringBuilder pages = new StringBuilder();
    StringBuilder minutes = new StringBuilder();
    StringBuilder visitor = new StringBuilder();
    StringBuilder bought = new StringBuilder();
    for (int i = 0; i < rows; i++) {
      String comma = i == 0 ? "" : ",";
      int seen = random.nextInt(40);
      boolean back = random.nextInt(3) == 0;
      double chance = 1 / (1 + Math.exp(3 - 0.1 * seen - (back ? 1 : 0)));
      pages.append(comma).append(seen);
      minutes.append(comma).append(String.format(Locale.ROOT, "%.1f", seen * random.nextDouble()));
      visitor.append(comma).append(back ? "\"returning\"" : "\"new\"");
      bought.append(comma).append(random.nextDouble() < chance ? "\"yes\"" : "\"no\"");
    }
    return """
        {"target":"bought","task":"CLASSIFY","positive":"yes","keep":"shop.visits","draws":50,"folds":3,
         "learners":["plain-linear","boosted-trees"],"seed":%d,
         "columns":[{"name":"pages","figures":[%s]},{"name":"minutes","figures":[%s]},
          {"name":"visitor","texts":[%s]},{"name":"bought","texts":[%s]}]}
        """
        .formatted(seed, pages, minutes, visitor, bought);
  }

  @Test
  @Order(0)
  void anEmptyPageSaysWhatToDo() throws Exception {
    PageCheck check = new PageCheck(browser);
    check.page("souk-models", "souk-models-empty");
    assertEquals(List.of(), check.faults());
    browser.open(PAGE);
    assertTrue(browser.find(".empty").getText().contains("souk learn"));
  }

  @Test
  @Order(1)
  void whatWasLearnedIsShown() throws Exception {
    for (int seed = 1; seed <= 3; seed++) {
      platform.job("/learning/adhoc", new ObjectMapper().readTree(table(seed, 300 * seed)));
    }
    browser.open(PAGE);
    assertEquals("Version 3 of shop.visits", browser.find("#version").getText());
    assertEquals(1, browser.all("#calibration ~ svg").size());
    assertTrue(browser.find("#importance ~ table").getText().contains("pages"), browser.text());
    assertTrue(browser.text().contains("Archived versions (2)"), browser.text());
  }

  @Test
  @Order(2)
  void aVersionIsPromotedAndRolledBack() throws Exception {
    for (int version : new int[] {1, 2}) {
      browser.open(PAGE);
      browser.all("details.archived").forEach(browser::unfold);
      String told =
          browser.act(
              browser.unfold(withVersion(version)).findElement(By.tagName("form")),
              "calmer at night",
              "promote");
      assertTrue(told.contains("Version " + version + " of shop.visits serves"), told);
    }
    browser.open(PAGE);
    assertEquals("Version 2 of shop.visits", browser.find("#version").getText());
    String told =
        browser.act(
            browser.unfold(browser.find("details.act")).findElement(By.tagName("form")),
            "worse after all",
            "roll-back");
    assertTrue(told.contains("serves again"), told);
    browser.open(PAGE);
    assertEquals("Version 1 of shop.visits", browser.find("#version").getText());
    assertTrue(browser.find("#versions ~ table").getText().contains("challenger"), browser.text());
    assertEquals(1, platform.get("/learning/models/shop.visits").path("champion").asInt());
  }

  private static WebElement withVersion(int version) {
    return browser.all("td details").stream()
        .filter(
            details ->
                !details
                    .findElements(By.cssSelector("input[name=version][value='" + version + "']"))
                    .isEmpty())
        .findFirst()
        .orElseThrow(() -> new AssertionError(version + " not in " + browser.text()));
  }

  /** In both languages, for a desk and a phone. */
  @Test
  @Order(3)
  void thePageFitsSpeaksBothLanguagesAndIsReachedByKeyboard() throws Exception {
    PageCheck check = new PageCheck(browser);
    check.page("souk-models", "souk-models");
    check.page("souk-models?model=shop.visits&first=1&second=3", "souk-models-compared");
    assertEquals(List.of(), check.faults());
    browser.width(1280);
    browser.open(PAGE);
    check.picture("models-versions", "section[aria-labelledby=versions]");
    check.picture("models-calibration", "section[aria-labelledby=calibration]");
  }

  @Test
  @Order(4)
  void nothingWasComplainedAbout() {
    assertEquals(List.of(), browser.complaints());
  }
}
