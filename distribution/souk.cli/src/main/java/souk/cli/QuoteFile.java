package souk.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Quotes a file of carts, one a line, and writes one line for each, in their order. */
final class QuoteFile {
  private static final int CARTS = 500;
  private static final int BYTES = 4 << 20;
  private static final int AT_ONCE = 2;
  private static final byte[] LINE_END = {'\n'};

  private final ObjectMapper mapper =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();
  private final PreviewCalls calls;
  private final Path carts;
  private final Path out;
  private final ProgressBar bar = ProgressBar.onErrorStream("Quote");
  private final long began = System.nanoTime();
  private long taken;
  private long written;
  private long refused;

  QuoteFile(PreviewCalls calls, Path carts, Path out) {
    this.calls = calls;
    this.carts = carts;
    this.out = out;
  }

  /**
   * What became of a file.
   *
   * @param lines all
   * @param refused without a quote
   */
  record Outcome(long lines, long refused) {}

  /** Lines that are sent together; a line that is no cart has its answer already. */
  private static final class Batch {
    private final long first;
    private final List<byte[]> carts = new ArrayList<>();
    private final List<byte[]> answers = new ArrayList<>();
    private int bytes;

    private Batch(long first) {
      this.first = first;
    }

    private boolean full() {
      return answers.size() >= CARTS || bytes >= BYTES;
    }
  }

  Outcome run() {
    ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
    Deque<Future<Batch>> underWay = new ArrayDeque<>();
    try (Lines lines = new Lines(new BufferedInputStream(Files.newInputStream(carts), 1 << 16));
        OutputStream file = new BufferedOutputStream(Files.newOutputStream(out), 1 << 16)) {
      long size = Math.max(1, Files.size(carts));
      Batch batch = new Batch(1);
      byte[] line;
      while ((line = lines.next()) != null) {
        taken++;
        add(batch, line, taken);
        if (batch.full()) {
          underWay.add(send(senders, batch));
          batch = new Batch(taken + 1);
        }
        while (underWay.size() > AT_ONCE) {
          write(underWay.remove(), file, lines.position(), size);
        }
      }
      underWay.add(send(senders, batch));
      while (!underWay.isEmpty()) {
        write(underWay.remove(), file, size, size);
      }
    } catch (IOException e) {
      throw new CliFailure(
          ExitCode.USAGE, "Cannot read %s or write %s: %s".formatted(carts, out, e), e);
    } finally {
      senders.shutdownNow();
    }
    bar.done("%,d lines".formatted(written));
    return new Outcome(written, refused);
  }

  private void add(Batch batch, byte[] line, long number) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
      JsonNode cart = mapper.readTree(text);
      if (!cart.isObject()) {
        batch.answers.add(
            error(number, "body.wrong-type", "The line must be a JSON object with a cart."));
        return;
      }
      byte[] sent = cart.has("currency") ? line : calls.inCurrency(text, cart.isEmpty());
      batch.carts.add(sent);
      batch.bytes += sent.length;
      batch.answers.add(null);
    } catch (JsonProcessingException e) {
      batch.answers.add(
          error(
              number,
              "body.malformed",
              "The line is not JSON at column %d: %s"
                  .formatted(e.getLocation().getColumnNr(), e.getOriginalMessage())));
    } catch (CharacterCodingException e) {
      batch.answers.add(error(number, "body.malformed", "The line is not UTF-8."));
    }
  }

  private byte[] error(long line, String code, String detail) {
    ObjectNode problem = mapper.createObjectNode();
    problem.put("type", "urn:souk:problem:" + code).put("detail", detail);
    return problem(line, problem.toString().getBytes(StandardCharsets.UTF_8));
  }

  private byte[] problem(long line, byte[] problem) {
    ByteArrayOutputStream text = new ByteArrayOutputStream(problem.length + 40);
    text.writeBytes(("{\"line\":" + line + ",\"problem\":").getBytes(StandardCharsets.UTF_8));
    text.writeBytes(problem);
    text.write('}');
    return text.toByteArray();
  }

  private Future<Batch> send(ExecutorService senders, Batch batch) {
    return senders.submit(
        () -> {
          if (!batch.carts.isEmpty()) {
            fill(batch, calls.quote(batch.carts));
          }
          return batch;
        });
  }

  private void fill(Batch batch, List<PreviewCalls.Result> results) {
    int next = 0;
    for (int i = 0; i < batch.answers.size(); i++) {
      if (batch.answers.get(i) == null) {
        PreviewCalls.Result result = results.get(next++);
        batch.answers.set(
            i, result.quoted() ? result.json() : problem(batch.first + i, result.json()));
      }
    }
  }

  private void write(Future<Batch> future, OutputStream file, long position, long size)
      throws IOException {
    Batch batch;
    try {
      batch = future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliFailure(ExitCode.FAILED, "Interrupted after %,d lines.".formatted(written), e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CliFailure failure) {
        throw failure;
      }
      throw new CliFailure(ExitCode.FAILED, "The carts could not be quoted: " + e.getCause(), e);
    }
    for (byte[] answer : batch.answers) {
      written++;
      if (answer.length > 8 && answer[2] == 'l' && answer[3] == 'i') {
        refused++;
      }
      file.write(answer);
      file.write(LINE_END);
    }
    double seconds = Math.max(1e-3, (System.nanoTime() - began) / 1e9);
    double share = Math.min(1.0, position / (double) size);
    bar.show(
        100 * share,
        String.format(java.util.Locale.ROOT, "%,.0f/s", written / seconds),
        share > 0 ? (long) (1_000 * seconds * (1 - share) / share) : -1,
        "%,d lines".formatted(written));
  }

  /** The lines of a file as they are, without their ends. */
  static final class Lines implements AutoCloseable {
    private final InputStream in;
    private long position;

    Lines(InputStream in) {
      this.in = in;
    }

    long position() {
      return position;
    }

    /** The next line; null at the end. */
    byte[] next() throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream(512);
      boolean first = position == 0;
      int b = in.read();
      if (b < 0) {
        return null;
      }
      for (; b >= 0 && b != '\n'; b = in.read()) {
        position++;
        line.write(b);
      }
      position++;
      byte[] bytes = line.toByteArray();
      boolean carriage = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
      int end = carriage ? bytes.length - 1 : bytes.length;
      // Some editors begin a file with a mark that is no part of its text.
      boolean mark = first && end >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb;
      return java.util.Arrays.copyOfRange(bytes, mark ? 3 : 0, end);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
