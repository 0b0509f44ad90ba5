package souk.it.platform.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Makes a bundle of the probe. */
public final class ProbeJar {
  private ProbeJar() {}

  public static Path in(Path folder) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", "souk.it.probe");
    main.putValue("Bundle-Version", "1.0.0");
    main.putValue("Bundle-Activator", RuntimeProbe.class.getName());
    main.putValue(
        "Import-Package",
        "org.osgi.framework,org.osgi.dto,org.osgi.framework.dto,org.osgi.service.servlet.runtime,"
            + "org.osgi.service.servlet.runtime.dto");
    Path jar = folder.resolve("souk.it.probe.jar");
    String entry = RuntimeProbe.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        InputStream bytes = RuntimeProbe.class.getClassLoader().getResourceAsStream(entry)) {
      out.putNextEntry(new ZipEntry(entry));
      bytes.transferTo(out);
      out.closeEntry();
    }
    return jar;
  }
}
