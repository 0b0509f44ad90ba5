package souk.learn.core;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import souk.learn.api.DataFrame;
import souk.learn.api.LearnedModel;
import souk.learn.lib.Bytes;
import souk.learn.lib.ModelBytes;
import souk.learn.lib.table.Encoding;
import souk.learn.lib.table.RawColumn;
import souk.numeric.lib.calibrate.Isotonic;

/**
 * A model of a whole table: which columns and codes, what the learner learned, and how its answers
 * are corrected.
 *
 * @param encoding of the columns
 * @param inner of the learners; their answers are blended
 * @param correction of probabilities, as points between which it is straight; empty for none
 */
record TableModel(Encoding encoding, List<LearnedModel> inner, List<Isotonic> correction) {
  static final String LEARNER = "tuned-table";
  static final String VERSION = "1.0.0";

  private static final long FORM = 0x534b54554e453031L;

  /** Columns of a table, in the order given, but for some. */
  static List<RawColumn> columns(DataFrame table, List<String> names) {
    List<RawColumn> columns = new ArrayList<>();
    for (String name : names) {
      table.figures(name).ifPresent(figures -> columns.add(RawColumn.of(name, figures)));
      table
          .texts(name)
          .ifPresent(texts -> columns.add(RawColumn.of(name, texts.toArray(String[]::new))));
    }
    return columns;
  }

  double[] corrected(double[] answers) {
    return correction.isEmpty() ? answers : correction.get(0).probabilities(answers);
  }

  LearnedModel learned(Map<String, Double> facts, Map<String, String> lineage) {
    byte[] state =
        ModelBytes.write(
            FORM,
            out -> {
              encoding.write(out);
              out.writeInt(inner.size());
              for (LearnedModel model : inner) {
                write(model, out);
              }
              out.writeInt(correction.size());
              for (Isotonic points : correction) {
                Bytes.write(out, points.scores());
                Bytes.write(out, points.values());
              }
            });
    return new LearnedModel(LEARNER, VERSION, encoding.columns(), facts, state)
        .withLineage(lineage);
  }

  private static void write(LearnedModel model, DataOutputStream out) throws IOException {
    out.writeUTF(model.learner());
    out.writeUTF(model.learnerVersion());
    byte[] state = model.state();
    out.writeInt(state.length);
    out.write(state);
  }

  /**
   * @throws IllegalArgumentException if it is no model of a table, or damaged
   */
  static TableModel of(LearnedModel model) {
    return ModelBytes.read(LEARNER, model.learner(), model.state(), FORM, in -> read(in));
  }

  private static TableModel read(DataInputStream in) throws IOException {
    Encoding encoding = Encoding.read(in);
    List<LearnedModel> inner = new ArrayList<>();
    for (int left = Bytes.length(in, 1); left > 0; left--) {
      String learner = in.readUTF();
      String version = in.readUTF();
      byte[] state = in.readNBytes(Bytes.length(in, 1));
      inner.add(new LearnedModel(learner, version, encoding.columns(), new TreeMap<>(), state));
    }
    List<Isotonic> correction = new ArrayList<>();
    for (int left = Bytes.length(in, 1); left > 0; left--) {
      correction.add(Isotonic.of(Bytes.readDoubles(in), Bytes.readDoubles(in)));
    }
    return new TableModel(encoding, List.copyOf(inner), List.copyOf(correction));
  }
}
