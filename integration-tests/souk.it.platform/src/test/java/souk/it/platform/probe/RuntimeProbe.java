package souk.it.platform.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.TreeSet;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.osgi.service.servlet.runtime.dto.ResourceDTO;
import org.osgi.service.servlet.runtime.dto.ServletContextDTO;
import org.osgi.service.servlet.runtime.dto.ServletDTO;

/** Runs inside the platform and writes down what its HTTP service serves. */
public final class RuntimeProbe implements BundleActivator {
  @Override
  public void start(BundleContext context) throws Exception {
    ServiceReference<HttpServiceRuntime> reference =
        context.getServiceReference(HttpServiceRuntime.class);
    HttpServiceRuntime runtime = context.getService(reference);
    TreeSet<String> patterns = new TreeSet<>();
    for (ServletContextDTO web : runtime.getRuntimeDTO().servletContextDTOs) {
      String root = web.contextPath.equals("/") ? "" : web.contextPath;
      for (ServletDTO servlet : web.servletDTOs) {
        Arrays.stream(servlet.patterns).map(p -> root + p).forEach(patterns::add);
      }
      for (ResourceDTO resource : web.resourceDTOs) {
        Arrays.stream(resource.patterns).map(p -> root + p).forEach(patterns::add);
      }
    }
    pages(context, patterns);
    Path file = Path.of(context.getProperty("souk.data"), "tmp", "patterns.txt");
    try {
      Path part = Files.write(file.resolveSibling("patterns.part"), patterns);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Pages of the web console share one servlet and are told apart by their label. */
  private static void pages(BundleContext context, TreeSet<String> patterns)
      throws InvalidSyntaxException {
    ServiceReference<?>[] pages =
        context.getAllServiceReferences(null, "(felix.webconsole.label=*)");
    if (pages != null) {
      for (ServiceReference<?> page : pages) {
        patterns.add("/system/console/" + page.getProperty("felix.webconsole.label"));
      }
    }
  }

  @Override
  public void stop(BundleContext context) {
    // nothing is kept
  }
}
