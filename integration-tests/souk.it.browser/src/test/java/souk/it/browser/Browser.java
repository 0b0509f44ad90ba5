package souk.it.browser;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import souk.it.harness.Platform;

/** The Chromium of this machine in front of a platform's console, as an administrator uses it. */
final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  /** Selenium warns that it knows no debugging protocol of this Chromium; none is used. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ChromeDriver driver;
  private final String console;
  private final String host;

  Browser(Platform platform, Path folder) {
    SELENIUM.setLevel(Level.SEVERE);
    host = platform.url().getAuthority();
    console = "http://" + host + "/system/console/";
    ChromeOptions options = new ChromeOptions().setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--window-size=1280,900",
        "--user-data-dir=" + folder.resolve("chromium"));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    // Both programs are named, so that none is looked for elsewhere.
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    driver = new ChromeDriver(service, options);
  }

  /** Why no browser test can run here; empty if one can. */
  static Optional<String> missing() {
    for (Path program : List.of(CHROMIUM, DRIVER)) {
      if (!Files.isExecutable(program)) {
        return Optional.of(program + " is not here, so the console is not tried in a browser.");
      }
    }
    return Optional.empty();
  }

  /** Opens a page with a login in its address; the browser keeps it for this platform. */
  String login(String user, String password, String page) {
    driver.get("http://" + user + ":" + password + "@" + host + "/system/console/" + page);
    return text();
  }

  Browser open(String page) {
    driver.get(console + page);
    return this;
  }

  String address() {
    return driver.getCurrentUrl();
  }

  String text() {
    return driver.findElement(By.tagName("body")).getText();
  }

  WebElement find(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** Opens the part behind a summary and returns it. */
  WebElement unfold(WebElement details) {
    if (details.getAttribute("open") == null) {
      details.findElement(By.tagName("summary")).click();
    }
    return details;
  }

  /** Types a reason into a form, presses the button of an action and waits for what comes of it. */
  String act(WebElement form, String reason, String action) {
    WebElement field = form.findElement(By.name("reason"));
    field.clear();
    field.sendKeys(reason);
    return press(form, action);
  }

  /** Presses the button of an action and returns what the page tells. */
  String press(WebElement form, String action) {
    WebElement button = form.findElement(By.cssSelector("button[value='" + action + "']"));
    scrollTo(button);
    Object before = pageStart();
    button.click();
    await(() -> newPage(before), "a new page after " + action);
    return find(".souk > p[role]").getText();
  }

  /** When the page that is shown was asked for: each page has its own. */
  private Object pageStart() {
    return run("return String(performance.timeOrigin)");
  }

  /** While one page gives way to the next the driver may refuse any question: then not yet. */
  private boolean newPage(Object before) {
    try {
      return !before.equals(pageStart()) && "complete".equals(run("return document.readyState"));
    } catch (WebDriverException e) {
      return false;
    }
  }

  void scrollTo(WebElement element) {
    run("arguments[0].scrollIntoView({block: 'center'})", element);
  }

  Object run(String script, Object... arguments) {
    return ((JavascriptExecutor) driver).executeScript(script, arguments);
  }

  /** A phone of 390 × 844 or a desk of 1280 × 900. */
  void width(int width) {
    boolean phone = width < 500;
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width", width, "height", phone ? 844 : 900, "deviceScaleFactor", 1, "mobile", phone));
  }

  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  /** Presses the tabulator so many times. */
  void tabs(int times) {
    Actions actions = new Actions(driver);
    for (int i = 0; i < times; i++) {
      actions.sendKeys(Keys.TAB);
    }
    actions.perform();
  }

  /** What the browser complained about since it was asked last. */
  List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
      if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
        complaints.add(entry.getLevel() + " " + entry.getMessage());
      }
    }
    return complaints;
  }

  /** The whole page as a picture. */
  void picture(Path file) throws IOException {
    Object height = run("return Math.min(2400, document.documentElement.scrollHeight)");
    Object width = run("return window.innerWidth");
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    File shot = driver.getScreenshotAs(OutputType.FILE);
    Files.createDirectories(file.getParent());
    Files.move(shot.toPath(), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  /** One part of the page as a picture. */
  void picture(Path file, String css) throws IOException {
    File shot = find(css).getScreenshotAs(OutputType.FILE);
    Files.createDirectories(file.getParent());
    Files.move(shot.toPath(), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  void await(java.util.function.BooleanSupplier good, String what) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!good.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Waited " + PATIENCE + " for " + what + " at " + address());
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
