package souk.kernel.runtime.routing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trials in one small file, {@code router/trials.json} in the platform's state: an array of flat
 * objects of texts. It is written beside, forced and renamed, so that there is always a whole one.
 */
final class TrialStore {
  private static final Logger LOG = LoggerFactory.getLogger(TrialStore.class);
  private static final int MAX_BYTES = 4 * 1024 * 1024;

  private final Path file;
  private final JsonFactory json = new JsonFactory();

  TrialStore(Path file) {
    this.file = file;
  }

  /**
   * The trials as they were saved last; none if there is no file. One that cannot be read is put
   * aside: without trials the primary serves, which is safe.
   */
  List<Map<String, String>> load() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new IOException("It has more than " + MAX_BYTES + " bytes.");
      }
      return parse(Files.readAllBytes(file));
    } catch (IOException e) {
      Path aside = file.resolveSibling(file.getFileName() + ".broken");
      LOG.error(
          "The trials in {} cannot be read; no trial goes on, and the file is kept as {}.\n"
              + "Maybe it was edited.",
          file.getFileName(),
          aside.getFileName(),
          e);
      putAside(aside);
      return List.of();
    }
  }

  private void putAside(Path aside) {
    try {
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("%s could not be put aside.".formatted(file), e);
    }
  }

  /**
   * @throws UncheckedIOException if they are not on stable storage
   */
  synchronized void save(List<Map<String, String>> trials) {
    try {
      Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
      Files.createDirectories(folder);
      Path fresh = folder.resolve(file.getFileName() + ".new");
      try (FileChannel channel =
          FileChannel.open(
              fresh,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(write(trials));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The trials could not be written to %s.".formatted(file.getFileName()), e);
    }
  }

  private byte[] write(List<Map<String, String>> trials) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (JsonGenerator out = json.createGenerator(bytes)) {
      out.useDefaultPrettyPrinter();
      out.writeStartArray();
      for (Map<String, String> trial : trials) {
        out.writeStartObject();
        for (Map.Entry<String, String> field : trial.entrySet()) {
          out.writeStringField(field.getKey(), field.getValue());
        }
        out.writeEndObject();
      }
      out.writeEndArray();
    }
    return bytes.toByteArray();
  }

  private List<Map<String, String>> parse(byte[] bytes) throws IOException {
    List<Map<String, String>> trials = new ArrayList<>();
    try (JsonParser in = json.createParser(bytes)) {
      if (in.nextToken() != JsonToken.START_ARRAY) {
        throw new IOException("It does not start with an array.");
      }
      while (in.nextToken() == JsonToken.START_OBJECT) {
        Map<String, String> trial = new LinkedHashMap<>();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
          String name = in.currentName();
          JsonToken value = in.nextToken();
          if (value == null || !value.isScalarValue()) {
            throw new IOException("Field " + name + " is no text.");
          }
          trial.put(name, in.getText());
        }
        trials.add(trial);
      }
      if (in.currentToken() != JsonToken.END_ARRAY) {
        throw new IOException("It does not end with its array.");
      }
    }
    return trials;
  }
}
