package souk.learn.core;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import souk.learn.api.CurvePoint;
import souk.learn.api.LearnedModel;

/**
 * A model as bytes: form, when kept, learner, columns, facts, lineage, curve (since form 3), state,
 * and the SHA-256 of all that.
 *
 * @param keptAt when it was kept
 * @param model what was kept
 */
record ModelFile(Instant keptAt, LearnedModel model) {
  private static final long FORM = 0x534f554b4d4f4433L;
  private static final long WITHOUT_CURVE = 0x534f554b4d4f4432L;

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(FORM);
      out.writeLong(keptAt.getEpochSecond());
      out.writeInt(keptAt.getNano());
      out.writeUTF(model.learner());
      out.writeUTF(model.learnerVersion());
      out.writeInt(model.columns().size());
      for (String column : model.columns()) {
        out.writeUTF(column);
      }
      out.writeInt(model.facts().size());
      for (Map.Entry<String, Double> fact : model.facts().entrySet()) {
        out.writeUTF(fact.getKey());
        out.writeDouble(fact.getValue());
      }
      out.writeInt(model.lineage().size());
      for (Map.Entry<String, String> from : model.lineage().entrySet()) {
        out.writeUTF(from.getKey());
        out.writeUTF(from.getValue());
      }
      out.writeInt(model.curve().size());
      for (CurvePoint point : model.curve()) {
        out.writeInt(point.epoch());
        out.writeDouble(point.loss());
        out.writeDouble(point.validationLoss());
        out.writeLong(point.millis());
      }
      byte[] state = model.state();
      out.writeInt(state.length);
      out.write(state);
    } catch (IOException e) {
      throw new IllegalStateException(
          "A model of %s cannot be written: %s.".formatted(model.learner(), e.getMessage()), e);
    }
    return Checked.with(bytes.toByteArray());
  }

  /**
   * @throws IOException if the bytes are not what was written
   */
  static ModelFile of(byte[] bytes) throws IOException {
    byte[] content = Checked.content(bytes);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
      long form = in.readLong();
      if (form != FORM && form != WITHOUT_CURVE) {
        throw new IOException("it is of a form that this version does not know");
      }
      Instant keptAt = Instant.ofEpochSecond(in.readLong(), in.readInt());
      String learner = in.readUTF();
      String version = in.readUTF();
      List<String> columns = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        columns.add(in.readUTF());
      }
      Map<String, Double> facts = new TreeMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        facts.put(in.readUTF(), in.readDouble());
      }
      Map<String, String> lineage = new TreeMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        lineage.put(in.readUTF(), in.readUTF());
      }
      List<CurvePoint> curve = new ArrayList<>();
      for (int left = form == FORM ? in.readInt() : 0; left > 0; left--) {
        curve.add(new CurvePoint(in.readInt(), in.readDouble(), in.readDouble(), in.readLong()));
      }
      byte[] state = in.readNBytes(in.readInt());
      LearnedModel model = new LearnedModel(learner, version, columns, facts, state);
      return new ModelFile(keptAt, model.withLineage(lineage).withCurve(curve));
    }
  }

  static String checksum(byte[] state) {
    return HexFormat.of().formatHex(Checked.sha256(state));
  }
}
