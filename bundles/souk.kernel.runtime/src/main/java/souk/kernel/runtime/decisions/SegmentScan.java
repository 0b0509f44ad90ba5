package souk.kernel.runtime.decisions;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/** Reads a segment from its start as far as its records are whole and chained. */
final class SegmentScan {
  /** Takes payloads in order; returns false to stop. */
  interface Visitor {
    boolean record(byte[] payload) throws IOException;
  }

  /**
   * Result of a scan.
   *
   * @param firstNumber number of the first record
   * @param records whole records
   * @param goodBytes bytes up to the end of the last whole record; 0 if the header is broken
   * @param hashBefore hash before the first record
   * @param hashAfter hash after the last whole record
   * @param problem what ended the scan early, or empty text
   */
  record Result(
      long firstNumber,
      long records,
      long goodBytes,
      byte[] hashBefore,
      byte[] hashAfter,
      String problem) {}

  private SegmentScan() {}

  /**
   * @param limitBytes bytes of the file that may be read; more may be being written
   */
  static Result scan(Path file, long limitBytes, Visitor visitor) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      byte[] zero = new byte[RecordFormat.HASH];
      if (limitBytes < RecordFormat.HEADER) {
        return new Result(0, 0, 0, zero, zero, "its header is not whole");
      }
      ByteBuffer header = ByteBuffer.wrap(in.readNBytes(RecordFormat.HEADER));
      if (!RecordFormat.hasMagic(header)) {
        return new Result(0, 0, 0, zero, zero, "it does not start like a segment");
      }
      long firstNumber = header.getLong();
      byte[] first = new byte[RecordFormat.HASH];
      header.get(first);
      byte[] hash = first;
      long good = RecordFormat.HEADER;
      long records = 0;
      String problem = "";
      while (good < limitBytes) {
        long room = limitBytes - good - RecordFormat.RECORD_HEAD;
        if (room < 0) {
          problem = "its last record is not whole";
          break;
        }
        try {
          int length = in.readInt();
          int crc = in.readInt();
          byte[] before = in.readNBytes(RecordFormat.HASH);
          if (length < 0 || length > RecordFormat.MAX_PAYLOAD) {
            problem = "a record has the length " + length;
            break;
          }
          if (length > room) {
            problem = "its last record is not whole";
            break;
          }
          byte[] payload = in.readNBytes(length);
          if (payload.length < length) {
            problem = "its last record is not whole";
            break;
          }
          if (RecordFormat.crc(before, payload) != crc) {
            problem = "a record has a wrong checksum";
            break;
          }
          if (!MessageDigest.isEqual(before, hash)) {
            problem = "a record does not follow from the one before it";
            break;
          }
          hash = RecordFormat.hashAfter(hash, payload);
          good += RecordFormat.RECORD_HEAD + length;
          records++;
          if (!visitor.record(payload)) {
            break;
          }
        } catch (EOFException e) {
          problem = "its last record is not whole";
          break;
        }
      }
      return new Result(firstNumber, records, good, first, hash, problem);
    }
  }
}
