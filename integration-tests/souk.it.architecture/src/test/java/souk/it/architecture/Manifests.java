package souk.it.architecture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.jar.Manifest;

/** What a bundle says of itself. */
final class Manifests {
  private Manifests() {}

  /** Exports of a bundle that must not have any. */
  static List<String> complaints(String bundle, byte[] manifest) throws IOException {
    String exported =
        new Manifest(new ByteArrayInputStream(manifest))
            .getMainAttributes()
            .getValue("Export-Package");
    return exported == null || BundleKind.of(bundle).exports()
        ? List.of()
        : List.of("%s must not export %s".formatted(bundle, exported));
  }
}
