package souk.kernel.features.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Feature archives, good ones and such as an attacker would make. */
public final class Zips {
  private Zips() {}

  /** An archive with one feature and one bundle. */
  public static Map<String, byte[]> good(String feature, String version) {
    return good(feature, version, bundle("some.bundle", version));
  }

  public static Map<String, byte[]> good(String feature, String version, byte[] bundle) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("feature.json", feature(feature, version, "some.bundle", version));
    entries.put(jar("some.bundle", version), bundle);
    return entries;
  }

  public static byte[] feature(String name, String version, String bundle, String bundleVersion) {
    return """
        {"feature-resource-version": "1.0", "id": "org.stranger:%s:%s", "name": "A stranger's",
         "bundles": [{"id": "org.stranger:%s:%s"}]}"""
        .formatted(name, version, bundle, bundleVersion)
        .getBytes(StandardCharsets.UTF_8);
  }

  public static String jar(String bundle, String version) {
    return "repository/org/stranger/%s/%s/%s-%s.jar".formatted(bundle, version, bundle, version);
  }

  public static byte[] bundle(String name, String version) {
    return bundle(name, version, Map.of(), Map.of());
  }

  public static byte[] bundle(
      String name, String version, Map<String, String> headers, Map<String, byte[]> entries) {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(new Attributes.Name("Bundle-ManifestVersion"), "2");
    main.put(new Attributes.Name("Bundle-SymbolicName"), name);
    main.put(new Attributes.Name("Bundle-Version"), version);
    headers.forEach((key, value) -> main.put(new Attributes.Name(key), value));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream out = new JarOutputStream(bytes, manifest)) {
      write(out, entries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static Path write(Path file, Map<String, byte[]> entries) {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      write(out, entries);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(ZipOutputStream out, Map<String, byte[]> entries) throws IOException {
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      out.putNextEntry(new ZipEntry(entry.getKey()));
      out.write(entry.getValue());
      out.closeEntry();
    }
  }

  /** An archive with so many empty entries. */
  static byte[] empties(int count) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.setMethod(ZipOutputStream.STORED);
      for (int i = 0; i < count; i++) {
        ZipEntry entry = new ZipEntry("repository/e" + i + ".jar");
        entry.setSize(0);
        entry.setCrc(0);
        out.putNextEntry(entry);
      }
    }
    return bytes.toByteArray();
  }

  /** An entry as it stands in a file, with whatever it claims. */
  record Raw(String name, byte[] deflated, long claimedSize, byte[] plain) {
    static Raw of(String name, byte[] plain) {
      return new Raw(name, deflate(plain), plain.length, plain);
    }
  }

  private static byte[] deflate(byte[] plain) {
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(plain);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  /** A deflated stream of zeros: one flushed block, repeated. */
  static byte[] zeros(long length) {
    int block = 1 << 20;
    Deflater deflater = new Deflater(9, true);
    byte[] buffer = new byte[1 << 16];
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    deflater.setInput(new byte[block]);
    int first = deflater.deflate(buffer, 0, buffer.length, Deflater.FULL_FLUSH);
    for (long done = 0; done < length; done += block) {
      out.write(buffer, 0, first);
    }
    deflater.reset();
    deflater.finish();
    out.write(buffer, 0, deflater.deflate(buffer));
    deflater.end();
    return out.toByteArray();
  }

  /**
   * A ZIP file byte by byte.
   *
   * @param listed which entries the list at the end names; others are hidden
   */
  static Path raw(Path file, List<Raw> entries, List<Raw> listed) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Map<Raw, Integer> offsets = new LinkedHashMap<>();
    for (Raw entry : entries) {
      offsets.put(entry, out.size());
      out.write(header(entry, 0x04034b50, 30, 0));
      out.write(entry.name().getBytes(StandardCharsets.UTF_8));
      out.write(entry.deflated());
    }
    int start = out.size();
    for (Raw entry : listed) {
      out.write(header(entry, 0x02014b50, 46, offsets.get(entry)));
      out.write(entry.name().getBytes(StandardCharsets.UTF_8));
    }
    ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
    end.putInt(0x06054b50).putInt(0);
    end.putShort((short) listed.size()).putShort((short) listed.size());
    end.putInt(out.size() - start).putInt(start).putShort((short) 0);
    out.write(end.array());
    return Files.write(file, out.toByteArray());
  }

  private static byte[] header(Raw entry, int signature, int length, int offset) {
    boolean central = length == 46;
    CRC32 crc = new CRC32();
    crc.update(entry.plain());
    ByteBuffer head = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    head.putInt(signature);
    if (central) {
      head.putShort((short) 20);
    }
    head.putShort((short) 20).putShort((short) 0x800).putShort((short) 8).putInt(0x5a210000);
    head.putInt((int) crc.getValue());
    head.putInt(entry.deflated().length).putInt((int) entry.claimedSize());
    head.putShort((short) entry.name().getBytes(StandardCharsets.UTF_8).length);
    head.putShort((short) 0);
    if (central) {
      head.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0).putInt(offset);
    }
    return head.array();
  }
}
