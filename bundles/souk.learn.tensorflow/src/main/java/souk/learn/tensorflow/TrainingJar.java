package souk.learn.tensorflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The code of a class as a file, for the class path of another process. */
final class TrainingJar {
  private TrainingJar() {}

  /**
   * The jar, or the folder of classes, that a class came from. What a framework keeps in a place of
   * its own is written out once per version of the bundle.
   */
  static Path of(Class<?> type, Path folder) throws IOException {
    Bundle bundle = FrameworkUtil.getBundle(type);
    if (bundle == null) {
      try {
        return Path.of(
            URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toURI().toString()));
      } catch (URISyntaxException e) {
        throw new IOException("the code of " + type + " lies at no file", e);
      }
    }
    Path jar =
        folder.resolve(
            "%s-%s-%d.jar"
                .formatted(
                    bundle.getSymbolicName(), bundle.getVersion(), bundle.getLastModified()));
    if (!Files.isRegularFile(jar)) {
      Files.createDirectories(folder);
      Path beside = Files.createTempFile(folder, "code", ".new");
      write(bundle, beside);
      Files.move(beside, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
    return jar;
  }

  private static void write(Bundle bundle, Path file) throws IOException {
    Enumeration<URL> entries = bundle.findEntries("/", "*", true);
    try (OutputStream bytes = Files.newOutputStream(file);
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.setLevel(1);
      for (URL entry : entries == null ? Collections.<URL>emptyList() : Collections.list(entries)) {
        String name = entry.getPath().substring(1);
        if (!name.endsWith("/")) {
          out.putNextEntry(new ZipEntry(name));
          try (InputStream in = entry.openStream()) {
            in.transferTo(out);
          }
          out.closeEntry();
        }
      }
    }
  }
}
