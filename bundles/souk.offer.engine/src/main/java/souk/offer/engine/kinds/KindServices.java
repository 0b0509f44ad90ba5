package souk.offer.engine.kinds;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import souk.offer.spi.ConditionKind;
import souk.offer.spi.EffectKind;

/** Registers the built-in kinds as strategies, each under its name. */
@Component(
    immediate = true,
    service = {})
public final class KindServices {
  private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

  @Activate
  public KindServices(BundleContext bundles) {
    BuiltInKinds.CONDITIONS.forEach(
        (kind, evaluator) ->
            registrations.add(
                bundles.registerService(
                    ConditionKind.class, evaluator, properties("Condition", kind))));
    BuiltInKinds.EFFECTS.forEach(
        (kind, evaluator) ->
            registrations.add(
                bundles.registerService(EffectKind.class, evaluator, properties("Effect", kind))));
  }

  private static Dictionary<String, Object> properties(String role, String kind) {
    Dictionary<String, Object> properties = new Hashtable<>();
    properties.put("souk.role", role + "Kind");
    properties.put("souk.strategy", kind);
    properties.put("souk.version", "1.0.0");
    properties.put("souk.builtin", true);
    properties.put("souk.title", role + ": " + kind.replace('-', ' ').toLowerCase(Locale.ROOT));
    return properties;
  }

  @Deactivate
  void stop() {
    registrations.forEach(ServiceRegistration::unregister);
  }
}
