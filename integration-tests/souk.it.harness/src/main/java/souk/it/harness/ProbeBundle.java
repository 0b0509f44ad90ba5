package souk.it.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.osgi.framework.BundleActivator;

/** Makes a bundle of classes that look at the platform from inside. */
public final class ProbeBundle {
  private ProbeBundle() {}

  /**
   * @param activator its package is the bundle's
   * @param imports the header Import-Package
   * @param headers further ones
   * @param classes what it holds beside the activator; nested classes come along
   */
  public static Path write(
      Path folder,
      Class<? extends BundleActivator> activator,
      String imports,
      Map<String, String> headers,
      Class<?>... classes)
      throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", activator.getPackageName());
    main.putValue("Bundle-Version", "1.0.0");
    main.putValue("Bundle-Activator", activator.getName());
    main.putValue("Import-Package", imports);
    headers.forEach(main::putValue);
    Path jar = folder.resolve(activator.getPackageName() + ".jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      put(activator, out);
      for (Class<?> one : classes) {
        put(one, out);
      }
    }
    return jar;
  }

  private static void put(Class<?> type, JarOutputStream out) throws IOException {
    String entry = type.getName().replace('.', '/') + ".class";
    out.putNextEntry(new ZipEntry(entry));
    try (InputStream bytes = type.getClassLoader().getResourceAsStream(entry)) {
      bytes.transferTo(out);
    }
    out.closeEntry();
    for (Class<?> nested : type.getDeclaredClasses()) {
      put(nested, out);
    }
  }
}
