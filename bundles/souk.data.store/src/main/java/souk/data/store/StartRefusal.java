package souk.data.store;

import java.util.Dictionary;
import java.util.Hashtable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;

/**
 * Tells the launcher that the platform must not serve. A component that cannot open its store fails
 * alone, and the rest would go on half; a service with this property makes the launcher stop and
 * say the reason.
 */
final class StartRefusal {
  /** Property whose value is the reason, in words for people. */
  static final String PROPERTY = "souk.start.refusal";

  private StartRefusal() {}

  static void tell(BundleContext context, String reason) {
    try {
      String known = "(" + PROPERTY + "=*)";
      if (context.getServiceReferences(Object.class, known).stream()
          .noneMatch(r -> reason.equals(r.getProperty(PROPERTY)))) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(PROPERTY, reason);
        context.registerService(Object.class, new Object(), properties);
      }
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException("The filter is constant.", e);
    }
  }
}
