package souk.learn.tensorflow;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.zip.CRC32C;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.Summary;
import souk.learn.api.CurvePoint;

/**
 * A curve as TensorBoard reads it: records with their length and masked CRC-32C, each written as a
 * whole by the platform, so that a training that is killed leaves all that it told.
 */
final class EventFile implements AutoCloseable {
  private static final int MASK = 0xa282ead8;

  private final OutputStream out;
  private final Clock clock;

  private EventFile(OutputStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  static EventFile create(Path folder, Clock clock) throws IOException {
    Files.createDirectories(folder);
    Path file =
        folder.resolve(
            "events.out.tfevents.%010d.souk".formatted(clock.instant().getEpochSecond()));
    EventFile events = new EventFile(Files.newOutputStream(file), clock);
    events.write(Event.newBuilder().setFileVersion("brain.Event:2"));
    return events;
  }

  void point(CurvePoint point) throws IOException {
    Summary.Builder summary = Summary.newBuilder();
    summary.addValue(value("loss", point.loss()));
    if (!Double.isNaN(point.validationLoss())) {
      summary.addValue(value("validationLoss", point.validationLoss()));
    }
    write(Event.newBuilder().setStep(point.epoch()).setSummary(summary));
  }

  private static Summary.Value.Builder value(String tag, double value) {
    return Summary.Value.newBuilder().setTag(tag).setSimpleValue((float) value);
  }

  private void write(Event.Builder event) throws IOException {
    byte[] data = event.setWallTime(clock.millis() / 1000.0).build().toByteArray();
    ByteBuffer record =
        ByteBuffer.allocate(Long.BYTES + 2 * Integer.BYTES + data.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    record.putLong(data.length);
    record.putInt(masked(record.array(), Long.BYTES));
    record.put(data);
    record.putInt(masked(data, data.length));
    out.write(record.array());
    out.flush();
  }

  private static int masked(byte[] bytes, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, length);
    return Integer.rotateRight((int) sum.getValue(), 15) + MASK;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
