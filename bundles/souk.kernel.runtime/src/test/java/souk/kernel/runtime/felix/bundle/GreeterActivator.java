package souk.kernel.runtime.felix.bundle;

import java.util.Dictionary;
import java.util.Hashtable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import souk.kernel.runtime.felix.spi.Greeter;

/** Registers one strategy as the bundle's headers say. Lives in test bundles only. */
public final class GreeterActivator implements BundleActivator {
  @Override
  public void start(BundleContext context) {
    Dictionary<String, String> headers = context.getBundle().getHeaders();
    Dictionary<String, Object> properties = new Hashtable<>();
    properties.put("souk.role", "Greeter");
    properties.put("souk.strategy", headers.get("Greeter-Strategy"));
    properties.put("souk.version", headers.get("Greeter-Version"));
    properties.put("souk.builtin", Boolean.parseBoolean(headers.get("Greeter-Builtin")));
    context.registerService(
        Greeter.class,
        new BundledGreeter(
            context, headers.get("Greeter-Behaviour"), headers.get("Greeter-Version")),
        properties);
  }

  @Override
  public void stop(BundleContext context) {
    Thread.yield();
  }
}
