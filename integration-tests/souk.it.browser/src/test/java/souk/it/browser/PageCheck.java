package souk.it.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must hold for every page: width, language, labels, keyboard, no complaint. */
final class PageCheck {
  private static final int MOST_TABS = 60;
  private static final String WIDE =
      "return Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"
          + " - arguments[0]";
  private static final String TOO_FAR =
      """
      const found = [];
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(texts.currentNode);
        const e = texts.currentNode.parentElement;
        if (range.getBoundingClientRect().right > arguments[0] + 1 && !e.closest('thead')) {
          found.push(e.outerHTML.slice(0, 160));
        }
      }
      return found.slice(0, 5).join('; ');
      """;
  private static final String UNLABELLED =
      """
      return Array.from(document.querySelectorAll(
          '.souk input:not([type=hidden]), .souk select, .souk textarea, .souk button, .souk a'))
        .filter(e => !(e.labels && e.labels.length) && !e.getAttribute('aria-label')
            && !e.textContent.trim())
        .map(e => e.outerHTML);
      """;
  private static final String TARGETS =
      """
      return Array.from(document.querySelectorAll(
          '.souk a[href], .souk button, .souk input:not([type=hidden]), .souk select,'
          + ' .souk textarea, .souk summary'))
        .filter(e => e.checkVisibility()).length;
      """;

  /** Notes for each element that gets the focus whether it is seen, from the first link on. */
  private static final String WATCH =
      """
      const seen = window.focusSeen = [];
      document.addEventListener('focusin', () => {
        const e = document.activeElement;
        if (!e.closest('.souk')) { seen.push('outside'); return; }
        const style = getComputedStyle(e);
        seen.push(style.outlineStyle === 'none' || style.outlineWidth === '0px' ? e.outerHTML : '');
      });
      document.querySelector('.souk a').focus();
      """;

  private final Browser browser;
  private final List<String> faults = new ArrayList<>();
  private final Optional<Path> pictures =
      Optional.ofNullable(System.getProperty("souk.screenshots"))
          .filter(folder -> !folder.isBlank())
          .map(Path::of);

  PageCheck(Browser browser) {
    this.browser = browser;
  }

  List<String> faults() {
    return faults;
  }

  /** Takes a picture of the page as it is, if pictures are wanted. */
  void picture(String name) throws IOException {
    if (pictures.isPresent()) {
      browser.picture(pictures.get().resolve(name + ".png"));
      browser.width(1280);
    }
  }

  /** Takes a picture of one part of the page, if pictures are wanted. */
  void picture(String name, String css) throws IOException {
    if (pictures.isPresent()) {
      browser.picture(pictures.get().resolve(name + ".png"), css);
    }
  }

  void page(String page, String name) throws IOException {
    String title = "";
    for (String language : List.of("en", "zh")) {
      browser.width(1280);
      browser.open(page + (page.contains("?") ? "&" : "?") + "lang=" + language);
      String heading = browser.find(".souk h1").getText();
      if (browser.find(".souk").getText().matches("(?s).*\\b[a-z]+\\.(title|intro|column\\.).*")) {
        faults.add(page + " " + language + " shows the key of a text");
      }
      // Names of components are translated where their bundles bring texts.
      if (heading.equals(title) && !name.contains("-form") && !name.contains("overview")) {
        faults.add(page + " is not in Chinese");
      }
      title = heading;
      widths(page, name + "-" + language);
      if (language.equals("en")) {
        Object unlabelled = browser.run(UNLABELLED);
        if (!String.valueOf(unlabelled).equals("[]")) {
          faults.add(page + " has fields without a label: " + unlabelled);
        }
        keyboard(page);
      }
      browser.complaints().forEach(c -> faults.add(page + ": " + c));
    }
  }

  private void widths(String page, String name) throws IOException {
    for (int width : new int[] {390, 1280}) {
      browser.width(width);
      long wide = ((Number) browser.run(WIDE, width)).longValue();
      if (wide > 0) {
        faults.add(
            "%s is %d px too wide for %d: %s"
                .formatted(name, wide, width, browser.run(TOO_FAR, width)));
      }
      picture(name + "-" + width);
    }
    browser.width(1280);
  }

  /** Every target is reached by the tabulator, in order, and is seen when it has the focus. */
  private void keyboard(String page) {
    long targets = ((Number) browser.run(TARGETS)).longValue();
    int wanted = (int) Math.min(MOST_TABS, targets);
    browser.run(WATCH);
    browser.tabs(wanted - 1);
    List<?> seen = (List<?>) browser.run("return window.focusSeen");
    int reached = 0;
    for (; reached < Math.min(wanted, seen.size()); reached++) {
      String unseen = String.valueOf(seen.get(reached));
      if (unseen.equals("outside")) {
        break;
      }
      if (!unseen.isEmpty() && reached > 0) {
        faults.add(page + ": the focus cannot be seen on " + unseen);
      }
    }
    if (reached < wanted) {
      faults.add(page + ": " + reached + " of " + targets + " targets are reached by keyboard");
    }
  }
}
