package souk.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A CSV file that appears under its name when all is written. */
final class AnswerFile implements AutoCloseable {
  private final Path out;
  private final Path part;
  private final CsvWriter writer;
  private boolean finished;

  AnswerFile(Path out, List<String> header) {
    this.out = out;
    this.part = out.resolveSibling(out.getFileName() + ".part");
    try {
      this.writer = CsvWriter.builder().build(part, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw cannot(e);
    }
    writer.writeRecord(header);
  }

  void line(List<String> fields) {
    writer.writeRecord(fields);
  }

  private CliFailure cannot(IOException e) {
    return new CliFailure(
        ExitCode.USAGE,
        "Cannot write %s: %s\nMaybe its folder does not exist or belongs to another user."
            .formatted(out, e),
        e);
  }

  /** Gives the file its name. */
  void finish() {
    try {
      writer.close();
      finished = true;
      Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw cannot(e);
    }
  }

  /** Takes an unfinished file away. */
  @Override
  public void close() {
    if (finished) {
      return;
    }
    try {
      writer.close();
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw cannot(e);
    }
  }
}
