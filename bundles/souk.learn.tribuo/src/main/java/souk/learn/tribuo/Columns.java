package souk.learn.tribuo;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import souk.learn.lib.Bytes;

/**
 * Centre and scale of columns, learned from training rows; a missing value becomes the centre.
 * Immutable.
 */
final class Columns {
  private final double[] centre;
  private final double[] scale;

  private Columns(double[] centre, double[] scale) {
    this.centre = centre;
    this.scale = scale;
  }

  static Columns of(double[][] rows, int columns) {
    double[] centre = new double[columns];
    double[] scale = new double[columns];
    for (int c = 0; c < columns; c++) {
      double sum = 0;
      int seen = 0;
      for (double[] row : rows) {
        if (!Double.isNaN(row[c])) {
          sum += row[c];
          seen++;
        }
      }
      centre[c] = seen == 0 ? 0 : sum / seen;
      double squares = 0;
      for (double[] row : rows) {
        if (!Double.isNaN(row[c])) {
          squares += (row[c] - centre[c]) * (row[c] - centre[c]);
        }
      }
      double deviation = seen == 0 ? 0 : StrictMath.sqrt(squares / seen);
      scale[c] = deviation > 0 ? deviation : 1;
    }
    return new Columns(centre, scale);
  }

  double[] apply(double[] row) {
    if (row.length != centre.length) {
      throw new IllegalArgumentException(
          "A row has %d values, the model needs %d.".formatted(row.length, centre.length));
    }
    double[] scaled = new double[row.length];
    for (int c = 0; c < scaled.length; c++) {
      scaled[c] = Double.isNaN(row[c]) ? 0 : (row[c] - centre[c]) / scale[c];
    }
    return scaled;
  }

  void write(DataOutputStream out) throws IOException {
    Bytes.write(out, centre);
    Bytes.write(out, scale);
  }

  static Columns read(DataInputStream in) throws IOException {
    return new Columns(Bytes.readDoubles(in), Bytes.readDoubles(in));
  }
}
