package souk.kernel.features.change;

import java.nio.file.Path;
import souk.kernel.features.closure.Part;

/**
 * A bundle that a feature asks for.
 *
 * @param jar where it lies
 * @param startLevel of its feature
 */
record Coming(Part part, Path jar, int startLevel) {
  String location() {
    return part.location();
  }
}
