package souk.kernel.features.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import souk.kernel.features.files.Refused;

/**
 * Refuses ZIP files that are made to hurt. Every entry is unpacked to nowhere and counted; what an
 * entry says about its size is believed only if it is too large. The list at the end of the file
 * and the entries in it must agree, or different readers would see different archives.
 */
final class ZipInspection {
  private static final long SMALL = 1L << 20;
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final Pattern INNER_ARCHIVE =
      Pattern.compile("(?i).*\\.(jar|zip|war|ear|rar|sfa|sar|kar|7z|jmod)");

  private final Limits limits;

  ZipInspection(Limits limits) {
    this.limits = limits;
  }

  /**
   * @param label for messages
   * @param mostEntries more are refused
   * @param mayHoldJars whether entries may be archives themselves
   */
  void check(Path file, String label, int mostEntries, boolean mayHoldJars) {
    try {
      List<String> listed = listed(file, label, mostEntries, mayHoldJars);
      List<String> found = found(file, label, mostEntries);
      if (!listed.equals(found)) {
        throw Refused.because(
            "archive.hidden",
            "%s holds entries that its list does not name, or in another order: %d listed, %d found.%nMaybe it was put together by hand; pack it anew.",
            label,
            listed.size(),
            found.size());
      }
    } catch (ZipException | IllegalArgumentException e) {
      throw Refused.because(
          e,
          "archive.no-zip",
          "%s is no readable ZIP file: %s",
          label,
          String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw Refused.because(
          e, "archive.no-zip", "%s cannot be read: %s", label, String.valueOf(e.getMessage()));
    }
  }

  private List<String> listed(Path file, String label, int mostEntries, boolean mayHoldJars)
      throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > mostEntries) {
        throw tooMany(label, zip.size(), mostEntries);
      }
      Set<String> seen = new HashSet<>();
      List<? extends ZipEntry> entries = zip.stream().toList();
      for (ZipEntry entry : entries) {
        checkName(entry.getName(), label);
        if (!seen.add(entry.getName().toLowerCase(Locale.ROOT))) {
          throw Refused.because(
              "archive.duplicate",
              "%s holds the entry %s twice, so readers would see different ones.",
              label,
              shown(entry.getName()));
        }
        names.add(entry.getName());
      }
      long total = 0;
      for (ZipEntry entry : entries) {
        if (entry.getSize() > limits.inflatedBytes()) {
          throw bomb(label, entry.getName());
        }
        try (InputStream in = zip.getInputStream(entry)) {
          total += count(in, entry, label, total, mayHoldJars);
        }
      }
    }
    return names;
  }

  /** Reads to the end of an entry and returns its length. */
  private long count(InputStream in, ZipEntry entry, String label, long before, boolean mayHoldJars)
      throws IOException {
    byte[] buffer = new byte[1 << 16];
    byte[] head = in.readNBytes(ZIP.length);
    if (!mayHoldJars
        && (Arrays.equals(head, ZIP) || INNER_ARCHIVE.matcher(entry.getName()).matches())) {
      throw Refused.because(
          "archive.nested",
          "%s holds another archive, %s, into which no check looks.%nMaybe unpack it into the bundle.",
          label,
          shown(entry.getName()));
    }
    long length = head.length;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      length += n;
      boolean tooDense =
          length > SMALL
              && entry.getCompressedSize() >= 0
              && length / limits.ratio() > entry.getCompressedSize();
      if (before + length > limits.inflatedBytes() || tooDense) {
        throw bomb(label, entry.getName());
      }
    }
    return length;
  }

  private List<String> found(Path file, String label, int mostEntries) throws IOException {
    List<String> names = new ArrayList<>();
    long total = 0;
    byte[] buffer = new byte[1 << 16];
    try (ZipInputStream in =
        new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        names.add(entry.getName());
        if (names.size() > mostEntries) {
          throw tooMany(label, names.size(), mostEntries);
        }
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          total += n;
          if (total > limits.inflatedBytes()) {
            throw bomb(label, entry.getName());
          }
        }
      }
    }
    return names;
  }

  private static void checkName(String name, String label) {
    boolean bad =
        name.isEmpty()
            || name.length() > 400
            || name.startsWith("/")
            || name.contains("\\")
            || name.contains(":")
            || name.chars().anyMatch(c -> c < ' ' || c == 127)
            || Arrays.asList(name.split("/", -1))
                .subList(0, name.split("/", -1).length - 1)
                .stream()
                .anyMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."))
            || name.endsWith("/..")
            || name.equals("..");
    if (bad) {
      throw Refused.because(
          "archive.bad-path",
          "%s holds an entry whose name leads out of its folder: %s",
          label,
          shown(name));
    }
  }

  private static String shown(String name) {
    String plain = name.replaceAll("\\p{Cntrl}", "?");
    return plain.length() > 120 ? plain.substring(0, 120) + "…" : plain;
  }

  private static RuntimeException tooMany(String label, int entries, int most) {
    return Refused.because(
        "archive.too-many-entries",
        "%s holds %d entries or more; %d are allowed.",
        label,
        entries,
        most);
  }

  private RuntimeException bomb(String label, String entry) {
    return Refused.because(
        "archive.bomb",
        "%s unpacks to more than is allowed (%d MB in all, %d times its size) at %s.",
        label,
        limits.inflatedBytes() >> 20,
        limits.ratio(),
        shown(entry));
  }
}
