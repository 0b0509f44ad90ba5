package souk.it.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import souk.it.harness.Platform;

/** A real browser before a new platform, with the administrator logged in. */
abstract class ConsoleVisit {
  @TempDir static Path folder;
  static Platform platform;
  static Browser browser;

  /**
   * @param title what the page shows when the login is through
   */
  static void visit(String page, String title) throws Exception {
    assumeTrue(Browser.missing().isEmpty(), () -> Browser.missing().orElse(""));
    platform = Platform.start(folder);
    browser = new Browser(platform, folder);
    String password = Files.readString(platform.data().resolve("secrets/console.first")).strip();
    browser.await(() -> browser.login("admin", password, page).contains(title), "the login");
    browser.complaints();
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

  /** The first of some elements that holds the button of an action. */
  static WebElement withButton(List<WebElement> elements, String action) {
    return elements.stream()
        .filter(e -> !e.findElements(By.cssSelector("button[value='" + action + "']")).isEmpty())
        .findFirst()
        .orElseThrow(() -> new AssertionError(action + " not in " + browser.text()));
  }
}
