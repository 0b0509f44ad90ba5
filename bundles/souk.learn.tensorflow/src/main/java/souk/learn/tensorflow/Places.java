package souk.learn.tensorflow;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;

/** Where things lie. */
final class Places {
  private Places() {}

  /** The folder that the admin names, or the one beside the platform. */
  static Natives natives(BundleContext context) {
    String named = context.getProperty(Natives.PROPERTY);
    return new Natives(
        named == null || named.isBlank()
            ? path(context, "souk.home").resolve("natives").resolve("tensorflow")
            : Path.of(named));
  }

  /** Emptied whenever the platform starts. */
  static Path scratch(BundleContext context) {
    return path(context, "souk.data").resolve("tmp").resolve("tensorflow");
  }

  /** Curves of trainings. */
  static Path curves(BundleContext context) {
    return path(context, "souk.data").resolve("training");
  }

  private static Path path(BundleContext context, String property) {
    @Nullable String value = context.getProperty(property);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(
          "The framework property %s is not set.%nMaybe the platform was not started by its launcher."
              .formatted(property));
    }
    return Path.of(value).toAbsolutePath();
  }
}
