package souk.learn.tensorflow;

import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import souk.kernel.spi.RoleProbe;
import souk.learn.spi.InferenceEngine;

/** Tries whether an engine refuses a folder in which there is no model. */
@Component
public final class InferenceEngineProbe implements RoleProbe {
  private final Path empty;

  @Activate
  public InferenceEngineProbe(BundleContext context) {
    this.empty = Places.scratch(context).resolve("nothing");
  }

  @Override
  public String role() {
    return InferenceEngine.class.getSimpleName();
  }

  @Override
  public Optional<String> probe(Object strategy) throws Exception {
    if (!(strategy instanceof InferenceEngine engine)) {
      return Optional.of("it is no InferenceEngine but a " + strategy.getClass().getName());
    }
    return engine.refuses(empty).isPresent()
        ? Optional.empty()
        : Optional.of("it takes a folder that does not exist for a model");
  }
}
