package souk.edge.webconsole.html;

import jakarta.servlet.Servlet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Souk's pages that are here now, in the order in which an administrator needs them. */
final class Pages {
  private static final List<String> ORDER =
      List.of(
          "souk-overview",
          "souk-strategies",
          "souk-forecasts",
          "souk-segments",
          "souk-customers",
          "souk-plans",
          "souk-offers",
          "souk-models",
          "souk-data",
          "souk-jobs",
          "souk-features",
          "souk-configuration",
          "souk-audit",
          "souk-logs");

  /**
   * A page.
   *
   * @param label its name in the address
   * @param title in English, from the page itself
   */
  record Page(String label, String title) {}

  private Pages() {}

  static List<Page> all() {
    Bundle bundle = FrameworkUtil.getBundle(Pages.class);
    List<Page> pages = new ArrayList<>();
    if (bundle == null) {
      return pages;
    }
    try {
      for (ServiceReference<Servlet> page :
          bundle
              .getBundleContext()
              .getServiceReferences(
                  Servlet.class, "(" + ServletConstants.PLUGIN_LABEL + "=souk-*)")) {
        pages.add(
            new Page(
                String.valueOf(page.getProperty(ServletConstants.PLUGIN_LABEL)),
                String.valueOf(page.getProperty(ServletConstants.PLUGIN_TITLE))));
      }
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException("The filter of pages is wrong.", e);
    }
    pages.sort(Comparator.comparingInt(Pages::place).thenComparing(Page::label));
    return pages;
  }

  private static int place(Page page) {
    int place = ORDER.indexOf(page.label());
    return place < 0 ? ORDER.size() : place;
  }
}
