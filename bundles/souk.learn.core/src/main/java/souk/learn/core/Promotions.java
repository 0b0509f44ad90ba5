package souk.learn.core;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import souk.learn.api.Promotion;

/**
 * Who served when, oldest first, in one file beside the models that is exchanged as a whole. A roll
 * back is an entry of its own, so nothing is ever forgotten.
 */
final class Promotions {
  private static final long FORM = 0x534f554b50524f31L;
  private static final String FILE = "champions";

  /**
   * One entry.
   *
   * @param promotion what happened
   * @param depth how many champions stand below it: what a roll back leads to
   */
  private record Entry(Promotion promotion, int depth) {}

  private final Path folder;
  private final Path file;
  private final List<Entry> entries = new ArrayList<>();

  private Promotions(Path folder) {
    this.folder = folder;
    this.file = folder.resolve(FILE);
  }

  /**
   * @throws IllegalStateException if the file is damaged; names it
   */
  static Promotions in(Path folder) {
    Promotions promotions = new Promotions(folder);
    if (Files.exists(promotions.file)) {
      promotions.read();
    }
    return promotions;
  }

  private void read() {
    try {
      byte[] content = Checked.content(Files.readAllBytes(file));
      try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
        if (in.readLong() != FORM) {
          throw new IOException("it is of a form that this version does not know");
        }
        for (int left = in.readInt(); left > 0; left--) {
          int version = in.readInt();
          Instant at = Instant.ofEpochSecond(in.readLong(), in.readInt());
          Promotion promotion = new Promotion(version, at, in.readUTF(), in.readUTF());
          entries.add(new Entry(promotion, in.readInt()));
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(
          "The list of champions %s cannot be used: %s.%nMaybe restore it from a backup, or delete it: then the newest version serves."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  List<Promotion> newestFirst() {
    List<Promotion> list = new ArrayList<>();
    entries.forEach(entry -> list.add(0, entry.promotion()));
    return list;
  }

  OptionalInt champion() {
    return entries.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(entries.get(entries.size() - 1).promotion().version());
  }

  /** The champion that a roll back leads to. */
  OptionalInt before() {
    if (entries.isEmpty()) {
      return OptionalInt.empty();
    }
    int depth = entries.get(entries.size() - 1).depth() - 1;
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i).depth() == depth) {
        return OptionalInt.of(entries.get(i).promotion().version());
      }
    }
    return OptionalInt.empty();
  }

  /** Whether a version serves, or would after a roll back. */
  boolean needs(int version) {
    return champion().orElse(0) == version || before().orElse(0) == version;
  }

  /** Returns when it is durable. */
  Promotion promote(Promotion promotion) {
    return add(new Entry(promotion, depth() + 1));
  }

  /** Returns when it is durable. */
  Promotion rollBack(Promotion promotion) {
    return add(new Entry(promotion, depth() - 1));
  }

  private int depth() {
    return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).depth();
  }

  private Promotion add(Entry entry) {
    entries.add(entry);
    try {
      write();
    } catch (IOException e) {
      throw new IllegalStateException(
          "The champion cannot be kept in %s: %s.%nMaybe the disk is full.".formatted(file, e), e);
    }
    return entry.promotion();
  }

  private void write() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(FORM);
      out.writeInt(entries.size());
      for (Entry entry : entries) {
        Promotion one = entry.promotion();
        out.writeInt(one.version());
        out.writeLong(one.at().getEpochSecond());
        out.writeInt(one.at().getNano());
        out.writeUTF(one.by());
        out.writeUTF(one.reason());
        out.writeInt(entry.depth());
      }
    }
    Path beside = folder.resolve(FILE + ".new");
    DurableFiles.write(beside, Checked.with(bytes.toByteArray()));
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    DurableFiles.flush(folder);
  }
}
