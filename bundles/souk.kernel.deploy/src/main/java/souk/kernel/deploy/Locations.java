package souk.kernel.deploy;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * Bundles of the drop folder are told from others by their location: {@code drop:}, the file's
 * name, and a checksum of its content. Bundles that version 0.1.0 installed have the file's address
 * instead.
 */
final class Locations {
  static final String PREFIX = "drop:";

  private Locations() {}

  static String of(File file) throws IOException {
    CRC32C sum = new CRC32C();
    try (InputStream in = new CheckedInputStream(Files.newInputStream(file.toPath()), sum)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return PREFIX + file.getName() + "#" + Long.toHexString(sum.getValue());
  }

  /** All bundles that were ever made of this file and are still here, newest first. */
  static List<Bundle> ofFile(BundleContext context, File file) {
    String prefix = PREFIX + file.getName() + "#";
    String address = file.toURI().toString();
    return Arrays.stream(context.getBundles())
        .filter(b -> b.getLocation().startsWith(prefix) || b.getLocation().equals(address))
        .sorted(Comparator.comparingLong(Bundle::getBundleId).reversed())
        .toList();
  }

  /** Name of the file of a bundle's location, which starts with the prefix. */
  static String file(String location) {
    return location.substring(PREFIX.length(), location.lastIndexOf('#'));
  }
}
